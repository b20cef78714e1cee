-- Two rows swap their keys over a third one, in one transaction
-- [both]
CREATE TABLE rekey_swap (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9));
-- [before]
INSERT INTO rekey_swap VALUES (1, 'one'), (2, 'two');
-- [stream]
BEGIN;
UPDATE rekey_swap SET id = 99 WHERE id = 1;
UPDATE rekey_swap SET id = 1 WHERE id = 2;
UPDATE rekey_swap SET id = 2 WHERE id = 99;
COMMIT;
UPDATE rekey_swap SET name = 'now 1' WHERE id = 1;
UPDATE rekey_swap SET name = 'now 2' WHERE id = 2;
DELETE FROM rekey_swap WHERE id = 1;
-- [rows]
SELECT name FROM rekey_swap
now 2
-- [relationships]
scenarios.rekey_swap 1 deleted
scenarios.rekey_swap 2 applied
