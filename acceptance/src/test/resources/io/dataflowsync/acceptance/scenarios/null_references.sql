-- References that become NULL, and become references again
-- [both]
CREATE TABLE null_references__parent (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9));
CREATE TABLE null_references (id INT PRIMARY KEY AUTO_INCREMENT, n INT, parent INT NULL, FOREIGN KEY (parent) REFERENCES null_references__parent (id));
-- [target]
ALTER TABLE null_references__parent AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO null_references__parent VALUES (1, 'a'), (2, 'b');
INSERT INTO null_references VALUES (1, 1, NULL), (2, 2, 1);
-- [stream]
UPDATE null_references SET parent = 2 WHERE id = 1;
UPDATE null_references SET parent = NULL WHERE id = 2;
INSERT INTO null_references VALUES (3, 3, NULL);
UPDATE null_references SET parent = 1 WHERE id = 3;
-- [rows]
SELECT n, name FROM null_references r LEFT JOIN null_references__parent p ON p.id = r.parent ORDER BY n
1|b
2|null
3|a
