-- The column that tells what another one refers to gets another name, or its own in another case
-- Use: ALTER TABLE comments CHANGE kind subject_type …; a clean-up of names.
-- Expected: rows behind the statement refer to their posts; or a halt until the pipeline file names the column as it is called now.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
teller_renamed: { references: { subject: { by: kind, tables: { post: teller_renamed__post, user: teller_renamed__user } } } }
teller_renamed__cased: { references: { subject: { by: kind, tables: { post: teller_renamed__post, user: teller_renamed__user } } } }
-- [both]
CREATE TABLE teller_renamed__post (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE teller_renamed__user (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE teller_renamed (id INT PRIMARY KEY AUTO_INCREMENT, kind VARCHAR(9), subject INT, w VARCHAR(9));
CREATE TABLE teller_renamed__cased (id INT PRIMARY KEY AUTO_INCREMENT, kind VARCHAR(9), subject INT, w VARCHAR(9));
-- [target]
ALTER TABLE teller_renamed__post AUTO_INCREMENT = 2;
ALTER TABLE teller_renamed__user AUTO_INCREMENT = 501;
-- [before]
INSERT INTO teller_renamed__post VALUES (1, 'p1'), (2, 'p2'), (3, 'p3'), (4, 'p4');
INSERT INTO teller_renamed__user VALUES (1, 'u1'), (2, 'u2');
INSERT INTO teller_renamed VALUES (1, 'post', 2, 'w1'), (2, 'post', 3, 'w2');
INSERT INTO teller_renamed__cased VALUES (1, 'post', 2, 'c1');
-- [stream]
-- step: await applied
ALTER TABLE teller_renamed CHANGE kind subject_type VARCHAR(9);
ALTER TABLE teller_renamed__cased CHANGE kind Kind VARCHAR(9);
INSERT INTO teller_renamed VALUES (3, 'post', 4, 'w3');
UPDATE teller_renamed SET subject = 4 WHERE id = 2;
INSERT INTO teller_renamed__cased VALUES (2, 'post', 4, 'c2');
-- step: if halted: pipeline file: teller_renamed: { references: { subject: { by: subject_type, tables: { post: teller_renamed__post, user: teller_renamed__user } } } }
-- step: await applied
-- [comparison]
-- [rows]
SELECT t.w, p.n FROM teller_renamed t LEFT JOIN teller_renamed__post p ON p.id = t.subject ORDER BY t.w
w1|p2
w2|p4
w3|p4
SELECT t.w, p.n FROM teller_renamed__cased t LEFT JOIN teller_renamed__post p ON p.id = t.subject ORDER BY t.w
c1|p2
c2|p4
