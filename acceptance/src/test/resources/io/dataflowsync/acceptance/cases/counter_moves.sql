-- The counter moves from the key to another column
-- Use: the key is given by the application from now on, and a number is counted.
-- Expected: a halt, since the target numbers the key; with the unique key made by hand, the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE counter_moves (id INT PRIMARY KEY AUTO_INCREMENT, n INT NOT NULL, v VARCHAR(9));
CREATE TABLE counter_moves__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT com_1 FOREIGN KEY (p) REFERENCES counter_moves (id));
-- [target]
ALTER TABLE counter_moves AUTO_INCREMENT = 2;
-- [before]
INSERT INTO counter_moves VALUES (1, 5, 'a'), (2, 6, 'b');
INSERT INTO counter_moves__kid VALUES (1, 1, 'k1');
-- [stream]
ALTER TABLE counter_moves__kid DROP FOREIGN KEY com_1;
ALTER TABLE counter_moves MODIFY id INT NOT NULL, MODIFY n INT NOT NULL AUTO_INCREMENT, ADD UNIQUE KEY (n);
ALTER TABLE counter_moves__kid ADD CONSTRAINT com_1 FOREIGN KEY (p) REFERENCES counter_moves (id);
INSERT INTO counter_moves (id, v) VALUES (30, 'c');
INSERT INTO counter_moves__kid VALUES (2, 30, 'k2'), (3, 2, 'k3');
-- step: if halted schema-change-refused: on target: ALTER TABLE counter_moves ADD UNIQUE KEY (n)
-- step: if halted schema-change-refused: pass statement
-- [comparison]
-- [rows]
SELECT n, v FROM counter_moves ORDER BY n
5|a
6|b
7|c
SELECT k.w, p.v FROM counter_moves__kid k LEFT JOIN counter_moves p ON p.id = k.p ORDER BY k.w
k1|a
k2|c
k3|b
