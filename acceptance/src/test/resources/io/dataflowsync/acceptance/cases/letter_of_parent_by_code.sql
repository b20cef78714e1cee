-- The change of a code is a dead letter, the code is given to another row, and children of both come, over a restart
-- Use: a code is given to another row.
-- Expected: what takes or names the code waits behind the change; all is as in the source once that is applied.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE letter_of_parent_by_code (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) NOT NULL, v VARCHAR(20), UNIQUE KEY (code));
CREATE TABLE letter_of_parent_by_code__kid (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), w VARCHAR(9), CONSTRAINT kid_waits_for_code FOREIGN KEY (code) REFERENCES letter_of_parent_by_code (code) ON UPDATE CASCADE ON DELETE CASCADE);
-- [target]
ALTER TABLE letter_of_parent_by_code AUTO_INCREMENT = 1001;
ALTER TABLE letter_of_parent_by_code MODIFY v VARCHAR(6);
-- [before]
INSERT INTO letter_of_parent_by_code VALUES (1, 'a', 'first'), (2, 'b', 'second'), (3, 'c', 'third');
INSERT INTO letter_of_parent_by_code__kid VALUES (1, 'a', 'k1'), (2, 'b', 'k2');
-- [stream]
UPDATE letter_of_parent_by_code SET code = 'z', v = 'longer than that' WHERE code = 'a';
INSERT INTO letter_of_parent_by_code__kid VALUES (3, 'Z', 'k3'), (4, 'c', 'k4');
UPDATE letter_of_parent_by_code SET code = 'A' WHERE code = 'b';
INSERT INTO letter_of_parent_by_code__kid VALUES (5, 'a', 'k5');
DELETE FROM letter_of_parent_by_code WHERE code = 'z';
INSERT INTO letter_of_parent_by_code VALUES (4, 'z', 'new');
INSERT INTO letter_of_parent_by_code__kid VALUES (6, 'z', 'k6');
-- step: await applied
-- step: end dpu-service
-- step: start dpu-service
UPDATE letter_of_parent_by_code__kid SET code = 'a' WHERE id = 4;
-- step: await applied
-- step: on target: ALTER TABLE letter_of_parent_by_code MODIFY v VARCHAR(20)
-- step: replay dead letters
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM letter_of_parent_by_code__kid k LEFT JOIN letter_of_parent_by_code p ON p.code = k.code ORDER BY k.w
k2|second
k4|second
k5|second
k6|new
SELECT code, v FROM letter_of_parent_by_code ORDER BY code
A|second
c|third
z|new
