-- A child is a dead letter, and its former parent, by a text key that it writes in another case, is deleted
-- Use: codes as people type them.
-- Expected: the delete waits behind the child; once that is applied, it is with its new parent.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE letter_of_cased_child (code VARCHAR(9) PRIMARY KEY, v VARCHAR(9));
CREATE TABLE letter_of_cased_child__kid (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), w VARCHAR(20), CONSTRAINT letter_names_code_in_any_case FOREIGN KEY (code) REFERENCES letter_of_cased_child (code) ON DELETE CASCADE);
-- [target]
ALTER TABLE letter_of_cased_child__kid MODIFY w VARCHAR(5);
-- [before]
INSERT INTO letter_of_cased_child VALUES ('a', 'first'), ('b', 'second');
INSERT INTO letter_of_cased_child__kid VALUES (1, 'A', 'k1'), (2, 'b', 'k2');
-- [stream]
UPDATE letter_of_cased_child__kid SET code = 'b', w = 'longer than that' WHERE id = 1;
DELETE FROM letter_of_cased_child WHERE code = 'a';
-- step: await applied
-- step: on target: ALTER TABLE letter_of_cased_child__kid MODIFY w VARCHAR(20)
-- step: replay dead letters
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM letter_of_cased_child__kid k LEFT JOIN letter_of_cased_child p ON p.code = k.code ORDER BY k.w
k2|second
longer than that|second
