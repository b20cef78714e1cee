-- ON UPDATE SET NULL: the source empties references when a key changes, and writes that to no binlog
-- Use: a number is given anew, and those who had the old one are to have none.
-- Expected: the columns are NULL on the target, too, at every depth; those with ON UPDATE CASCADE refer to the row still; a clock stays.
-- Basis: run with MySQL's own replication, 5.7 to 8.0 (there id > 1000 is 0: the keys are the old ones).
-- Settings: none
-- [both]
CREATE TABLE emptied_by_key (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(10));
CREATE TABLE emptied_by_key__note (id INT PRIMARY KEY AUTO_INCREMENT, p INT, x VARCHAR(10), at TIMESTAMP NOT NULL DEFAULT '2020-01-01 00:00:00' ON UPDATE CURRENT_TIMESTAMP, FOREIGN KEY (p) REFERENCES emptied_by_key (id) ON UPDATE SET NULL);
CREATE TABLE emptied_by_key__kept (id INT PRIMARY KEY AUTO_INCREMENT, p INT, x VARCHAR(10), FOREIGN KEY (p) REFERENCES emptied_by_key (id) ON UPDATE CASCADE);
CREATE TABLE emptied_by_key__part (p INT, b INT, x VARCHAR(10), PRIMARY KEY (p, b), FOREIGN KEY (p) REFERENCES emptied_by_key (id) ON UPDATE CASCADE);
CREATE TABLE emptied_by_key__of_part (id INT PRIMARY KEY AUTO_INCREMENT, p2 INT, b2 INT, x VARCHAR(10), FOREIGN KEY (p2, b2) REFERENCES emptied_by_key__part (p, b) ON UPDATE SET NULL);
-- [target]
ALTER TABLE emptied_by_key AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO emptied_by_key VALUES (1, 'a1'), (2, 'a2'), (3, 'a3');
INSERT INTO emptied_by_key__note (p, x) VALUES (1, 'n1'), (2, 'n2'), (NULL, 'n0');
INSERT INTO emptied_by_key__kept (p, x) VALUES (1, 'k1'), (2, 'k2');
INSERT INTO emptied_by_key__part VALUES (1, 1, 'p11'), (1, 2, 'p12'), (2, 1, 'p21');
INSERT INTO emptied_by_key__of_part (p2, b2, x) VALUES (1, 1, 'o11'), (1, 2, 'o12'), (2, 1, 'o21');
-- [stream]
UPDATE emptied_by_key SET id = 11 WHERE id = 1;
INSERT INTO emptied_by_key__note (p, x) VALUES (11, 'n11'), (3, 'n3');
UPDATE emptied_by_key SET id = 30, v = 'a30' WHERE id = 3;
UPDATE emptied_by_key__kept SET x = 'k11' WHERE p = 11;
-- [comparison]
-- [rows]
SELECT n.x, p.v, n.at FROM emptied_by_key__note n LEFT JOIN emptied_by_key p ON p.id = n.p WHERE n.x IN ('n1', 'n2', 'n0') ORDER BY n.x
n0|null|2020-01-01 00:00:00
n1|null|2020-01-01 00:00:00
n2|a2|2020-01-01 00:00:00
SELECT n.x, p.v, n.p IS NULL FROM emptied_by_key__note n LEFT JOIN emptied_by_key p ON p.id = n.p WHERE n.x IN ('n11', 'n3') ORDER BY n.x
n11|a1|0
n3|null|1
SELECT k.x, p.v FROM emptied_by_key__kept k JOIN emptied_by_key p ON p.id = k.p ORDER BY k.x
k11|a1
k2|a2
SELECT o.x, o.p2 IS NULL, o.b2, q.x FROM emptied_by_key__of_part o LEFT JOIN emptied_by_key__part q ON q.p = o.p2 AND q.b = o.b2 ORDER BY o.x
o11|1|null|null
o12|1|null|null
o21|0|1|p21
SELECT id > 1000, v FROM emptied_by_key ORDER BY v
1|a1
1|a2
1|a30
