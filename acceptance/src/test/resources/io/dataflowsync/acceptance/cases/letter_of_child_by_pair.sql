-- A child is a dead letter, and its former parent, by a key of two columns, is deleted
-- Use: tenants, and rows that are named by tenant and number.
-- Expected: the delete waits behind the child; once that is applied, it is with its new parent.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE letter_of_child_by_pair (id INT PRIMARY KEY AUTO_INCREMENT, tenant INT NOT NULL, v VARCHAR(9), UNIQUE KEY (tenant, id));
CREATE TABLE letter_of_child_by_pair__kid (id INT PRIMARY KEY AUTO_INCREMENT, tenant INT, p INT, w VARCHAR(20), CONSTRAINT letter_names_pair FOREIGN KEY (tenant, p) REFERENCES letter_of_child_by_pair (tenant, id) ON DELETE CASCADE);
-- [target]
ALTER TABLE letter_of_child_by_pair AUTO_INCREMENT = 1001;
ALTER TABLE letter_of_child_by_pair__kid MODIFY w VARCHAR(5);
-- [before]
INSERT INTO letter_of_child_by_pair VALUES (1, 7, 'first'), (2, 7, 'second');
INSERT INTO letter_of_child_by_pair__kid VALUES (1, 7, 1, 'k1'), (2, 7, 2, 'k2');
-- [stream]
UPDATE letter_of_child_by_pair__kid SET p = 2, w = 'longer than that' WHERE id = 1;
DELETE FROM letter_of_child_by_pair WHERE id = 1;
-- step: await applied
-- step: on target: ALTER TABLE letter_of_child_by_pair__kid MODIFY w VARCHAR(20)
-- step: replay dead letters
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM letter_of_child_by_pair__kid k LEFT JOIN letter_of_child_by_pair p ON p.id = k.p ORDER BY k.w
k2|second
longer than that|second
