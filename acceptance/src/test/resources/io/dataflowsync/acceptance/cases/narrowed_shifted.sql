-- A session that is not strict makes a column of references smaller: the old keys fit, those moved by an offset do not
-- Use: an old application without strict mode tidies its types; the pipeline moves the keys to a range of their own.
-- Expected: the target's column stays as it is, as with new keys: the moved ones do not fit.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
narrowed_shifted: { identity: { offset: 100000 } }
narrowed_shifted__kid: { references: { p: narrowed_shifted } }
-- [both]
CREATE TABLE narrowed_shifted (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE narrowed_shifted__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9));
CREATE TABLE narrowed_shifted__own (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT narrowed_shifted_fk FOREIGN KEY (p) REFERENCES narrowed_shifted (id));
-- [before]
INSERT INTO narrowed_shifted VALUES (1, 'a'), (2, 'b');
INSERT INTO narrowed_shifted__kid VALUES (1, 1, 'k1'), (2, 2, 'k2');
INSERT INTO narrowed_shifted__own VALUES (1, 1, 'o1'), (2, 2, 'o2');
-- [stream]
SET SESSION sql_mode = '';
ALTER TABLE narrowed_shifted__kid MODIFY p SMALLINT;
ALTER TABLE narrowed_shifted__own DROP FOREIGN KEY narrowed_shifted_fk;
ALTER TABLE narrowed_shifted__own CHANGE p q SMALLINT UNSIGNED;
UPDATE narrowed_shifted__kid SET w = 'k1!' WHERE id = 1;
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM narrowed_shifted__kid k LEFT JOIN narrowed_shifted p ON p.id = k.p ORDER BY k.w
k1!|a
k2|b
SELECT k.w, p.v FROM narrowed_shifted__own k LEFT JOIN narrowed_shifted p ON p.id = k.q ORDER BY k.w
o1|a
o2|b
