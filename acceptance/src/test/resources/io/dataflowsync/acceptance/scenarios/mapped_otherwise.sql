-- A value that the map does not name becomes what is said otherwise, and NULL the default
-- [pipeline]
mapped_otherwise: { columns: { tier: { map: { A: gold, B: silver }, otherwise: basic, default: none }, level: { map: { "1": one }, otherwise: null } } }
-- [both]
CREATE TABLE mapped_otherwise (id INT PRIMARY KEY AUTO_INCREMENT, tier VARCHAR(9), level VARCHAR(9));
-- [before]
INSERT INTO mapped_otherwise VALUES (1, 'A', '1'), (2, 'X', '2');
-- [stream]
INSERT INTO mapped_otherwise VALUES (3, NULL, NULL), (4, 'B', '9');
UPDATE mapped_otherwise SET tier = 'Y' WHERE id = 2;
UPDATE mapped_otherwise SET tier = 'Z' WHERE id = 4;
-- [rows]
SELECT tier, level FROM mapped_otherwise ORDER BY tier, level
basic|null
basic|null
gold|one
none|null
