-- A parent gets another name, and then another table takes that
-- Use: a foreign key was dropped; its table is renamed, and months later swapped under its new name.
-- Expected: a halt, since rows that follow refer to the table that has the name; read again, the source's rows under that.
-- Basis: applications join by the name that the table has; found by random statements.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE parent_renamed_then_swapped__a (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE parent_renamed_then_swapped__c (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE parent_renamed_then_swapped (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT parent_renamed_then_swapped_fk FOREIGN KEY (p) REFERENCES parent_renamed_then_swapped__a (id));
-- [target]
ALTER TABLE parent_renamed_then_swapped__a AUTO_INCREMENT = 1001;
ALTER TABLE parent_renamed_then_swapped__c AUTO_INCREMENT = 5001;
-- [before]
INSERT INTO parent_renamed_then_swapped__a VALUES (1, 'a1'), (2, 'a2');
INSERT INTO parent_renamed_then_swapped__c VALUES (1, 'c1'), (2, 'c2');
INSERT INTO parent_renamed_then_swapped VALUES (1, 1, 'w1');
-- [stream]
ALTER TABLE parent_renamed_then_swapped DROP FOREIGN KEY parent_renamed_then_swapped_fk;
RENAME TABLE parent_renamed_then_swapped__a TO parent_renamed_then_swapped__b;
INSERT INTO parent_renamed_then_swapped VALUES (2, 2, 'w2');
-- step: await applied
RENAME TABLE parent_renamed_then_swapped__b TO parent_renamed_then_swapped__b_last, parent_renamed_then_swapped__c TO parent_renamed_then_swapped__b;
-- step: halted schema-change-refused: on target: DELETE FROM parent_renamed_then_swapped
-- step: read again: parent_renamed_then_swapped
INSERT INTO parent_renamed_then_swapped VALUES (3, 2, 'w3');
-- [comparison]
-- [rows]
SELECT w, v FROM parent_renamed_then_swapped o LEFT JOIN parent_renamed_then_swapped__b p ON p.id = o.p ORDER BY w
w1|c1
w2|c2
w3|c2
