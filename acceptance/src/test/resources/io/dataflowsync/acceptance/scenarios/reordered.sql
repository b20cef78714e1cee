-- Columns are told by their names, whatever their order
-- [source]
CREATE TABLE reordered (id INT PRIMARY KEY AUTO_INCREMENT, a INT, b VARCHAR(9));
-- [target]
CREATE TABLE reordered (b VARCHAR(9), a INT, id INT PRIMARY KEY AUTO_INCREMENT);
-- [before]
INSERT INTO reordered VALUES (1, 2, '3');
-- [stream]
ALTER TABLE reordered MODIFY b VARCHAR(9) AFTER id;
INSERT INTO reordered VALUES (2, '4', 5);
-- [rows]
SELECT a, b FROM reordered ORDER BY a
2|3
5|4
