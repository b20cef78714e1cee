-- A child is a dead letter, and its former parent, by a unique key, is deleted
-- Use: the target's foreign key cascades; the source's child had another parent by then.
-- Expected: the delete waits behind the child; once that is applied, it is with its new parent.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE letter_of_child_by_code (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) NOT NULL, v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE letter_of_child_by_code__kid (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), w VARCHAR(20), CONSTRAINT letter_names_code FOREIGN KEY (code) REFERENCES letter_of_child_by_code (code) ON DELETE CASCADE);
-- [target]
ALTER TABLE letter_of_child_by_code__kid MODIFY w VARCHAR(5);
-- [before]
INSERT INTO letter_of_child_by_code VALUES (1, 'a', 'first'), (2, 'b', 'second');
INSERT INTO letter_of_child_by_code__kid VALUES (1, 'a', 'k1'), (2, 'b', 'k2');
-- [stream]
UPDATE letter_of_child_by_code__kid SET code = 'b', w = 'longer than that' WHERE id = 1;
DELETE FROM letter_of_child_by_code WHERE code = 'a';
-- step: await applied
-- step: on target: ALTER TABLE letter_of_child_by_code__kid MODIFY w VARCHAR(20)
-- step: replay dead letters
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM letter_of_child_by_code__kid k LEFT JOIN letter_of_child_by_code p ON p.code = k.code ORDER BY k.w
k2|second
longer than that|second
