-- What tells a reference is written in another case, in bytes, as a number, or with letters of which it is not certain what they are equal to
-- Use: 'Post' and 'post' are one word to the source's collation; MediaWiki and others keep all texts as VARBINARY.
-- Expected: the rows refer to what their words say to the source; a dead letter where that is not certain.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: its own
-- [pipeline]
told_spelled__word: { references: { subject: { by: kind, tables: { Post: told_spelled, User: told_spelled__user } } } }
told_spelled__log: { references: { subject: { by: kind, tables: { post: told_spelled, user: told_spelled__user } } } }
told_spelled__number: { references: { subject: { by: kind, tables: { 1: told_spelled, 2: told_spelled__user } } } }
told_spelled__exact: { references: { subject: { by: kind, tables: { Post: told_spelled, post: told_spelled__user } } } }
told_spelled__odd: { references: { subject: { by: kind, tables: { post: told_spelled } } } }
-- [both]
CREATE TABLE told_spelled (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE told_spelled__user (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE told_spelled__word (id INT PRIMARY KEY AUTO_INCREMENT, kind VARCHAR(9), subject INT, w VARCHAR(9));
CREATE TABLE told_spelled__log (id INT PRIMARY KEY AUTO_INCREMENT, kind VARBINARY(32), subject INT, w VARCHAR(9));
CREATE TABLE told_spelled__number (id INT PRIMARY KEY AUTO_INCREMENT, kind TINYINT, subject INT, w VARCHAR(9));
CREATE TABLE told_spelled__exact (id INT PRIMARY KEY AUTO_INCREMENT, kind VARCHAR(9) CHARACTER SET utf8 COLLATE utf8_bin, subject INT, w VARCHAR(9));
CREATE TABLE told_spelled__odd (id INT PRIMARY KEY AUTO_INCREMENT, kind VARCHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci, subject INT, w VARCHAR(9));
-- [target]
ALTER TABLE told_spelled AUTO_INCREMENT = 2;
ALTER TABLE told_spelled__user AUTO_INCREMENT = 501;
-- [before]
INSERT INTO told_spelled VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO told_spelled__user VALUES (1, 'u');
INSERT INTO told_spelled__word VALUES (1, 'Post', 2, 'w1'), (2, 'post', 2, 'w2'), (3, 'POST ', 2, 'w3');
INSERT INTO told_spelled__log VALUES (1, 'post', 2, 'l1');
INSERT INTO told_spelled__number VALUES (1, 1, 2, 'n1'), (2, 2, 1, 'n2'), (3, 3, 2, 'n3');
INSERT INTO told_spelled__exact VALUES (1, 'Post', 2, 'e1'), (2, 'post', 1, 'e2'), (3, 'POST', 2, 'e3'), (4, 'post ', 1, 'e4');
-- [stream]
-- step: await applied
INSERT INTO told_spelled__word VALUES (4, 'post', 3, 'w4');
INSERT INTO told_spelled__log VALUES (2, 'post', 3, 'l2');
INSERT INTO told_spelled__odd VALUES (1, 'POST', 3, 'o1'), (2, 'für', 3, 'o2'), (3, 'статья', 3, 'o3'), (4, 'pöst', 3, 'o4');
-- step: await applied
-- step: pipeline file: told_spelled__odd: { references: { subject: { by: kind, tables: { post: told_spelled, pöst: told_spelled } } } }
-- step: replay dead letters
-- [comparison]
-- [rows]
SELECT t.w, p.n FROM told_spelled__word t LEFT JOIN told_spelled p ON LOWER(TRIM(t.kind)) = 'post' AND p.id = t.subject ORDER BY t.w
w1|b
w2|b
w3|b
w4|c
SELECT t.w, p.n FROM told_spelled__log t LEFT JOIN told_spelled p ON t.kind = 'post' AND p.id = t.subject ORDER BY t.w
l1|b
l2|c
SELECT t.w, p.n, u.n FROM told_spelled__number t LEFT JOIN told_spelled p ON t.kind = 1 AND p.id = t.subject LEFT JOIN told_spelled__user u ON t.kind = 2 AND u.id = t.subject ORDER BY t.w
n1|b|null
n2|null|u
n3|null|null
SELECT t.w, p.n, u.n FROM told_spelled__exact t LEFT JOIN told_spelled p ON t.kind = 'Post' AND p.id = t.subject LEFT JOIN told_spelled__user u ON t.kind = 'post' AND u.id = t.subject ORDER BY t.w
e1|b|null
e2|null|u
e3|null|null
e4|null|u
SELECT t.w, p.n, IF(t.kind IN ('für', 'статья'), t.subject, 0) FROM told_spelled__odd t LEFT JOIN told_spelled p ON p.id = t.subject AND t.kind IN ('post', 'pöst') ORDER BY t.w
o1|c|0
o2|null|3
o3|null|3
o4|c|0
