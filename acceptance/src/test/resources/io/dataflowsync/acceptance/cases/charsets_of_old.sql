-- Texts in character sets for which Connector/J names another Java charset than MySQL's, to utf8mb4 on the target
-- Use: Ukrainian in koi8u, Korean with syllables beyond KS X 1001 in euckr, Japanese in eucjpms, Armenian, Georgian, Czech and HP-UX texts, a text that begins with U+FEFF in utf16 and ucs2.
-- Expected: the texts as the source has them, from the snapshot and the stream.
-- Basis: CONVERT(… USING utf8mb4) of the source. Java names other signs, or none, for many codes of these sets.
-- Settings: none
-- [source]
CREATE TABLE charsets_of_old (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9) CHARACTER SET ascii, ua VARCHAR(40) CHARACTER SET koi8u, kr VARCHAR(40) CHARACTER SET euckr, jp VARCHAR(40) CHARACTER SET eucjpms, am VARCHAR(40) CHARACTER SET armscii8, ge VARCHAR(40) CHARACTER SET geostd8, cz VARCHAR(40) CHARACTER SET keybcs2, hp VARCHAR(40) CHARACTER SET hp8, u16 VARCHAR(40) CHARACTER SET utf16, uc2 VARCHAR(40) CHARACTER SET ucs2);
-- [target]
CREATE TABLE charsets_of_old (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9), ua VARCHAR(40), kr VARCHAR(40), jp VARCHAR(40), am VARCHAR(40), ge VARCHAR(40), cz VARCHAR(40), hp VARCHAR(40), u16 VARCHAR(40), uc2 VARCHAR(40)) DEFAULT CHARSET = utf8mb4;
-- [before]
INSERT INTO charsets_of_old (n, ua) VALUES ('a', _utf8mb4 x'D09AD0B8D197D0B22C20D19420D291D0B0D0BDD0BED0BA');
-- [stream]
INSERT INTO charsets_of_old (n, ua) VALUES ('b', _utf8mb4 x'D09AD0B8D197D0B22C20D19420D291D0B0D0BDD0BED0BA');
INSERT INTO charsets_of_old (n, kr) VALUES ('c', _utf8mb4 x'EB98A0EBB0A920EBB781');
INSERT INTO charsets_of_old (n, jp) VALUES ('d', _utf8mb4 x'31EFBD9E32');
INSERT INTO charsets_of_old (n, am) VALUES ('e', _utf8mb4 x'D580D5A1D5B5');
INSERT INTO charsets_of_old (n, ge) VALUES ('f', _utf8mb4 x'E183A1E18390E183A5');
INSERT INTO charsets_of_old (n, cz) VALUES ('g', _utf8mb4 x'C5A06B6F646120C48C');
INSERT INTO charsets_of_old (n, hp) VALUES ('h', _utf8mb4 x'C3A4C3B6C3BC20C391');
INSERT INTO charsets_of_old (n, u16) VALUES ('i', _utf8mb4 x'EFBBBF6162');
INSERT INTO charsets_of_old (n, uc2) VALUES ('j', _utf8mb4 x'EFBBBF6162');
-- [rows]
SELECT n, HEX(CONVERT(ua USING utf8mb4)) FROM charsets_of_old WHERE ua IS NOT NULL ORDER BY n
a|D09AD0B8D197D0B22C20D19420D291D0B0D0BDD0BED0BA
b|D09AD0B8D197D0B22C20D19420D291D0B0D0BDD0BED0BA
SELECT HEX(CONVERT(kr USING utf8mb4)) FROM charsets_of_old WHERE n = 'c'
EB98A0EBB0A920EBB781
SELECT HEX(CONVERT(jp USING utf8mb4)) FROM charsets_of_old WHERE n = 'd'
31EFBD9E32
SELECT HEX(CONVERT(am USING utf8mb4)) FROM charsets_of_old WHERE n = 'e'
D580D5A1D5B5
SELECT HEX(CONVERT(ge USING utf8mb4)) FROM charsets_of_old WHERE n = 'f'
E183A1E18390E183A5
SELECT HEX(CONVERT(cz USING utf8mb4)) FROM charsets_of_old WHERE n = 'g'
C5A06B6F646120C48C
SELECT HEX(CONVERT(hp USING utf8mb4)) FROM charsets_of_old WHERE n = 'h'
C3A4C3B6C3BC20C391
SELECT HEX(CONVERT(u16 USING utf8mb4)) FROM charsets_of_old WHERE n = 'i'
EFBBBF6162
SELECT HEX(CONVERT(uc2 USING utf8mb4)) FROM charsets_of_old WHERE n = 'j'
EFBBBF6162
