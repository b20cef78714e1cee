-- Tables and columns with other names on the target, values mapped, constants and defaults
-- [pipeline]
renamed: { target: renamed__new, columns: { name: full_name, tier: { target: level, map: { A: gold, B: silver } }, origin: { constant: shop57 }, country: { default: NL }, secret: { drop: true } } }
-- [source]
CREATE TABLE renamed (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(20), tier CHAR(1), country CHAR(2), secret VARCHAR(20));
-- [target]
CREATE TABLE renamed__new (id INT PRIMARY KEY AUTO_INCREMENT, full_name VARCHAR(20), level VARCHAR(9), origin VARCHAR(9), country CHAR(2));
-- [before]
INSERT INTO renamed VALUES (1, 'a', 'A', NULL, 'x');
-- [stream]
INSERT INTO renamed VALUES (2, 'b', 'B', 'DE', 'y');
UPDATE renamed SET tier = 'C', country = NULL, secret = 'z' WHERE id = 2;
-- [events]
snapshot renamed {"id":1,"name":"a","tier":"A","country":null}
insert renamed {"id":2,"name":"b","tier":"B","country":"DE"}
update renamed {"id":2,"name":"b","tier":"B","country":"DE"} {"id":2,"name":"b","tier":"C","country":null}
-- [rows]
SELECT full_name, level, origin, country FROM renamed__new ORDER BY 1
a|gold|shop57|NL
b|C|shop57|NL
