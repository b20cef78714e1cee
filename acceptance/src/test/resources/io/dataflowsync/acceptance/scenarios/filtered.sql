-- A filter keeps rows out; an update that makes a row match inserts it, one that ends it deletes it, and its key stays its own
-- [pipeline]
filtered: { filter: "state == 'open' and amount > 9.99" }
-- [both]
CREATE TABLE filtered (id INT PRIMARY KEY AUTO_INCREMENT, state VARCHAR(9), amount DECIMAL(20,2));
-- [before]
INSERT INTO filtered VALUES (1, 'open', 10.00), (2, 'closed', 10.00), (3, 'open', 9.99), (4, 'open', NULL);
-- [stream]
INSERT INTO filtered VALUES (5, 'open', 12.50), (6, 'closed', 99.00), (7, NULL, 50.00);
UPDATE filtered SET state = 'open' WHERE id = 2;
UPDATE filtered SET state = 'closed' WHERE id = 1;
UPDATE filtered SET amount = 9.98 WHERE id = 3;
UPDATE filtered SET amount = 13 WHERE id = 5;
UPDATE filtered SET state = 'open' WHERE id = 6;
UPDATE filtered SET state = 'closed' WHERE id = 6;
UPDATE filtered SET state = 'open', amount = 100 WHERE id = 6;
DELETE FROM filtered WHERE id = 7;
INSERT INTO filtered VALUES (8, 'open', 20);
DELETE FROM filtered WHERE id = 8;
-- [rows]
SELECT state, amount FROM filtered ORDER BY amount
open|10.00
open|13.00
open|100.00
-- [relationships]
scenarios.filtered 1 deleted
scenarios.filtered 2 applied
scenarios.filtered 5 applied
scenarios.filtered 6 applied
scenarios.filtered 8 deleted
