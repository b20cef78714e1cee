-- Rows refer to rows of their own table by a code, in another case, behind, then behind a dead letter
-- Use: a tree of units that are named by their codes.
-- Expected: who refers to the code behind the delete keeps it; the delete waits behind the dead letter.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE code_of_the_own_table (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) NOT NULL, above VARCHAR(9), v VARCHAR(20), UNIQUE KEY (code), CONSTRAINT unit_is_below FOREIGN KEY (above) REFERENCES code_of_the_own_table (code) ON DELETE SET NULL ON UPDATE CASCADE);
-- [target]
ALTER TABLE code_of_the_own_table AUTO_INCREMENT = 1001;
ALTER TABLE code_of_the_own_table MODIFY v VARCHAR(9);
-- [before]
INSERT INTO code_of_the_own_table VALUES (1, 'a', NULL, 'first'), (2, 'b', NULL, 'second'), (3, 'c', 'a', 'third'), (4, 'd', 'B', 'fourth');
-- [stream]
-- step: end dpu-service
UPDATE code_of_the_own_table SET above = 'B' WHERE id = 3;
DELETE FROM code_of_the_own_table WHERE code = 'a';
INSERT INTO code_of_the_own_table VALUES (5, 'A', NULL, 'again');
UPDATE code_of_the_own_table SET above = 'a' WHERE id = 3;
INSERT INTO code_of_the_own_table VALUES (6, 'f', 'a', 'sixth');
INSERT INTO code_of_the_own_table VALUES (7, 'g', 'g', 'own');
-- step: start dpu-service
-- step: await applied
UPDATE code_of_the_own_table SET above = 'f', v = 'longer than that' WHERE id = 4;
DELETE FROM code_of_the_own_table WHERE id = 2;
INSERT INTO code_of_the_own_table VALUES (8, 'b', 'a', 'eighth');
UPDATE code_of_the_own_table SET above = 'b' WHERE id = 7;
-- step: await applied
-- step: on target: ALTER TABLE code_of_the_own_table MODIFY v VARCHAR(20)
-- step: replay dead letters
-- [comparison]
-- [rows]
SELECT c.code, c.v, p.v FROM code_of_the_own_table c LEFT JOIN code_of_the_own_table p ON p.code = c.above ORDER BY c.code
A|again|null
b|eighth|again
c|third|again
d|longer than that|sixth
f|sixth|again
g|own|eighth
