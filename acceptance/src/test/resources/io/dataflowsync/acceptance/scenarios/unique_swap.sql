-- Two rows swap a unique value in one transaction
-- [both]
CREATE TABLE unique_swap (id INT PRIMARY KEY AUTO_INCREMENT, place INT UNIQUE, name VARCHAR(9));
-- [before]
INSERT INTO unique_swap VALUES (1, 1, 'a'), (2, 2, 'b'), (3, 3, 'c');
-- [stream]
BEGIN;
UPDATE unique_swap SET place = NULL WHERE id = 1;
UPDATE unique_swap SET place = 1 WHERE id = 2;
UPDATE unique_swap SET place = 2 WHERE id = 1;
COMMIT;
BEGIN;
DELETE FROM unique_swap WHERE id = 3;
INSERT INTO unique_swap VALUES (4, 3, 'd');
COMMIT;
UPDATE unique_swap SET place = place + 10 ORDER BY place DESC;
-- [rows]
SELECT place, name FROM unique_swap ORDER BY place
11|b
12|a
13|d
