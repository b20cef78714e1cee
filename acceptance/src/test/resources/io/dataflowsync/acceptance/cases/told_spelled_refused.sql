-- References in columns whose values are no numbers; the rows with them are in told_spelled
-- Use: an application that keeps all texts as VARBINARY has ids in it; a JSON column that is an id or a list of them.
-- Expected: a refusal at the start that names the columns.
-- Basis: the keys are integers: neither bytes nor documents are equal to one.
-- Settings: none
-- Pipeline: its own
-- [pipeline]
told_spelled_refused__param: { references: { page: told_spelled_refused } }
told_spelled_refused__doc: { references: { page: told_spelled_refused } }
-- [both]
CREATE TABLE told_spelled_refused (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE told_spelled_refused__param (id INT PRIMARY KEY AUTO_INCREMENT, page VARBINARY(32), w VARCHAR(9));
CREATE TABLE told_spelled_refused__doc (id INT PRIMARY KEY AUTO_INCREMENT, page JSON, w VARCHAR(9));
-- [before]
INSERT INTO told_spelled_refused VALUES (1, 'a');
INSERT INTO told_spelled_refused__param VALUES (1, '1', 'p1');
-- [or said]
told_spelled_refused__param.references.page
a reference in a column of varbinary(32) to keys that are integers
told_spelled_refused__doc.references.page
write where in the document the key stands
-- [rows]
SELECT COUNT(*) FROM told_spelled_refused
1
