-- A row whose key is of bytes refers to itself, two to each other, and all go along with their parent
-- Use: keys are UUIDs in BINARY(16); a category without a parent is its own parent, with ON DELETE CASCADE.
-- Expected: the rows are deleted, as in the source.
-- Basis: the source's rows, which MySQL's own replication has too.
-- [both]
CREATE TABLE bytes_in_a_ring (code VARBINARY(16) NOT NULL PRIMARY KEY, v INT, parent VARBINARY(16), FOREIGN KEY (parent) REFERENCES bytes_in_a_ring (code) ON DELETE CASCADE);
CREATE TABLE bytes_in_a_ring__number (id INT PRIMARY KEY AUTO_INCREMENT, v INT, code VARBINARY(16), FOREIGN KEY (code) REFERENCES bytes_in_a_ring (code) ON DELETE CASCADE);
-- [target]
ALTER TABLE bytes_in_a_ring__number AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO bytes_in_a_ring VALUES (X'0102', 1, NULL), (X'0103', 2, X'0102'), (X'0104', 3, X'0103'), (X'0105', 4, NULL), (X'0106', 5, NULL);
INSERT INTO bytes_in_a_ring__number VALUES (1, 10, X'0105'), (2, 11, X'0103'), (3, 12, X'0106');
-- [stream]
UPDATE bytes_in_a_ring SET parent = X'0105' WHERE code = X'0105';
DELETE FROM bytes_in_a_ring WHERE code = X'0105';
UPDATE bytes_in_a_ring SET parent = X'0104' WHERE code = X'0102';
DELETE FROM bytes_in_a_ring WHERE code = X'0103';
INSERT INTO bytes_in_a_ring VALUES (X'0107', 7, X'0107');
UPDATE bytes_in_a_ring__number SET v = 13 WHERE id = 3;
-- [rows]
SELECT v FROM bytes_in_a_ring ORDER BY v
5
7
SELECT v FROM bytes_in_a_ring__number ORDER BY v
13
