-- The source gives columns more digits while schema changes are not carried: the target rounds what it gets
-- Use: ddl: stop, the default; goods are sold by weight from now on, prices and moments get more digits. Somebody alters the target when the lane says that rows do not fit.
-- Expected: a halt or dead letters until the target's columns are as wide; then the source's rows.
-- Basis: the source's rows.
-- Settings: ddl: stop
-- Pipeline: in turn
-- [both]
CREATE TABLE more_digits (id INT PRIMARY KEY AUTO_INCREMENT, qty INT, price DECIMAL(10,2), taken DATETIME);
CREATE TABLE more_digits__sensor (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE more_digits__reading (sensor INT NOT NULL, taken DATETIME NOT NULL, v INT, PRIMARY KEY (sensor, taken), CONSTRAINT more_digits_reading_of FOREIGN KEY (sensor) REFERENCES more_digits__sensor (id));
-- [target]
ALTER TABLE more_digits AUTO_INCREMENT = 1001;
ALTER TABLE more_digits__sensor AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO more_digits VALUES (1, 3, 1.25, '2026-01-01 10:00:00');
INSERT INTO more_digits__sensor VALUES (1, 's1');
INSERT INTO more_digits__reading VALUES (1, '2026-01-01 09:00:00', 9);
-- [stream]
ALTER TABLE more_digits MODIFY qty DECIMAL(10,3), MODIFY price DECIMAL(10,4), MODIFY taken DATETIME(3);
INSERT INTO more_digits VALUES (2, 2.4, 1.2345, '2026-01-01 10:00:00.250');
UPDATE more_digits SET qty = 0.4, price = 0.0049 WHERE id = 1;
-- step: if halted: on target: ALTER TABLE more_digits MODIFY qty DECIMAL(10,3), MODIFY price DECIMAL(10,4), MODIFY taken DATETIME(3)
ALTER TABLE more_digits__reading MODIFY taken DATETIME(3) NOT NULL;
INSERT INTO more_digits__reading VALUES (1, '2026-01-01 10:00:00.250', 5);
-- step: if halted: on target: ALTER TABLE more_digits__reading MODIFY taken DATETIME(3) NOT NULL
-- step: await applied
DELETE FROM more_digits__reading WHERE v = 5;
-- step: await applied
-- step: on target: ALTER TABLE more_digits MODIFY qty DECIMAL(10,3), MODIFY price DECIMAL(10,4), MODIFY taken DATETIME(3)
-- step: on target: ALTER TABLE more_digits__reading MODIFY taken DATETIME(3) NOT NULL
-- step: replay dead letters
-- [comparison]
-- [rows]
SELECT qty, price, CAST(taken AS CHAR) FROM more_digits ORDER BY id
0.400|0.0049|2026-01-01 10:00:00.000
2.400|1.2345|2026-01-01 10:00:00.250
SELECT s.n, CAST(r.taken AS CHAR), r.v FROM more_digits__reading r JOIN more_digits__sensor s ON s.id = r.sensor ORDER BY r.taken
s1|2026-01-01 09:00:00.000|9
