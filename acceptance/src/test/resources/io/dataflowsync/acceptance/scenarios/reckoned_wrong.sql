-- A value that cannot be reckoned makes its event a dead letter; the rest flows
-- [pipeline]
reckoned_wrong: { columns: { share: { expression: "part / whole" } } }
-- [source]
CREATE TABLE reckoned_wrong (id INT PRIMARY KEY AUTO_INCREMENT, part INT, whole INT);
-- [target]
CREATE TABLE reckoned_wrong (id INT PRIMARY KEY AUTO_INCREMENT, part INT, whole INT, share DECIMAL(10,5));
-- [stream]
INSERT INTO reckoned_wrong VALUES (1, 1, 4), (2, 1, 0), (3, 1, NULL);
UPDATE reckoned_wrong SET whole = 8 WHERE id = 2;
-- [dead]
reckoned_wrong 2 dead the expression of column share: division by zero
reckoned_wrong 2 dead the expression of column share: division by zero
-- [rows]
SELECT part, whole, share FROM reckoned_wrong ORDER BY whole
1|null|null
1|4|0.25000
