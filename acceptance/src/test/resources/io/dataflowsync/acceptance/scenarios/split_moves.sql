-- Rows are parted by what they are, and move from one target to the other under the same key
-- [pipeline]
split_moves: { targets: [{ target: split_moves__live, filter: "ended == null" }, { target: split_moves__past, filter: "ended != null" }] }
-- [source]
CREATE TABLE split_moves (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9), ended DATE);
-- [target]
CREATE TABLE split_moves__live (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9), ended DATE);
CREATE TABLE split_moves__past (id INT PRIMARY KEY, name VARCHAR(9), ended DATE, moved_from INT);
-- [before]
INSERT INTO split_moves VALUES (1, 'a', NULL), (2, 'b', '2020-01-01'), (3, 'c', NULL);
-- [stream]
UPDATE split_moves SET ended = '2021-01-01' WHERE id = 1;
UPDATE split_moves SET ended = NULL WHERE id = 2;
UPDATE split_moves SET name = 'cc' WHERE id = 3;
INSERT INTO split_moves VALUES (4, 'd', NULL), (5, 'e', '2022-02-02');
DELETE FROM split_moves WHERE id = 5;
-- [rows]
SELECT name FROM split_moves__live ORDER BY 1
b
cc
d
SELECT name, CAST(ended AS CHAR) FROM split_moves__past
a|2021-01-01
SELECT COUNT(*) FROM split_moves__past p JOIN split_moves__live l ON l.id = p.id
0
-- [relationships]
scenarios.split_moves 1 applied
scenarios.split_moves 2 applied
scenarios.split_moves 3 applied
scenarios.split_moves 4 applied
scenarios.split_moves 5 deleted
