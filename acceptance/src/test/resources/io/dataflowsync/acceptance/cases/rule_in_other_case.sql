-- The pipeline file names columns of a table that is made later, and the table spells them in another case
-- Use: the file is written before the release that brings the table; MySQL takes names of columns in any case.
-- Expected: what the file says: the column refers, the other one is masked; or a halt before the first row that says how the columns are spelt.
-- Basis: the pipeline file. A SHA-256 has 64 digits.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
rule_in_other_case__kid: { references: { OwnerId: rule_in_other_case }, columns: { Mail: { mask: hash } } }
-- [both]
CREATE TABLE rule_in_other_case (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
-- [target]
ALTER TABLE rule_in_other_case AUTO_INCREMENT = 2;
-- [before]
INSERT INTO rule_in_other_case VALUES (1, 'p1'), (2, 'p2'), (3, 'p3');
-- [stream]
CREATE TABLE rule_in_other_case__kid (id INT PRIMARY KEY AUTO_INCREMENT, ownerid INT, mail VARCHAR(64), w VARCHAR(9));
INSERT INTO rule_in_other_case__kid VALUES (1, 2, 'a@example.org', 'k1'), (2, 3, 'b@example.org', 'k2');
-- [rows]
SELECT k.w, p.n, LENGTH(k.mail) FROM rule_in_other_case__kid k LEFT JOIN rule_in_other_case p ON p.id = k.ownerid ORDER BY k.w
k1|p2|64
k2|p3|64
