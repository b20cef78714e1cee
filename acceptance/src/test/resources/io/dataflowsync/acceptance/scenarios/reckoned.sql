-- A column is reckoned from others, exactly, and follows each of them
-- [pipeline]
reckoned: { columns: { total: { expression: "price * quantity + 0.001" }, next: { expression: "largest + 1" }, label: { expression: "upper(name) + ' #' + id" }, kind: { expression: "quantity > 10 ? 'many' : quantity > 0 ? 'few' : null", default: none }, price: { write: false } } }
-- [source]
CREATE TABLE reckoned (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9), price DECIMAL(30,10), quantity INT, largest BIGINT UNSIGNED, kind VARCHAR(9));
-- [target]
CREATE TABLE reckoned (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9), quantity INT, largest BIGINT UNSIGNED, kind VARCHAR(9), total DECIMAL(40,10), next DECIMAL(30,0), label VARCHAR(30));
-- [before]
INSERT INTO reckoned VALUES (1, 'pen', 12345678901234567890.0123456789, 3, 18446744073709551615, 'x');
-- [stream]
INSERT INTO reckoned VALUES (2, 'ink', 0.1, 20, 0, NULL), (3, NULL, NULL, NULL, NULL, NULL);
UPDATE reckoned SET price = 0.2 WHERE id = 2;
UPDATE reckoned SET quantity = 5 WHERE id = 1;
UPDATE reckoned SET kind = 'changed' WHERE id = 1;
-- [rows]
SELECT total, next, label, kind, quantity FROM reckoned ORDER BY total
null|null|null|none|null
4.0010000000|1|INK #2|many|20
61728394506172839450.0627283945|18446744073709551616|PEN #1|few|5
