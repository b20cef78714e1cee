-- ON DELETE CASCADE to rows that refer to each other without a cascade
-- Use: the comments of a post, and the replies among them.
-- Expected: what the source deletes in the order of its keys, the target deletes too, though its keys have another order.
-- Basis: run with MySQL's own replication, 5.7 to 8.0 (there id > 1000 is 0: the keys are the old ones).
-- Settings: none
-- [both]
CREATE TABLE cascade_in_order (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(10));
CREATE TABLE cascade_in_order__note (id INT PRIMARY KEY AUTO_INCREMENT, p INT, reply INT, x VARCHAR(10), FOREIGN KEY (p) REFERENCES cascade_in_order (id) ON DELETE CASCADE, FOREIGN KEY (reply) REFERENCES cascade_in_order__note (id));
CREATE TABLE cascade_in_order__mark (id INT PRIMARY KEY AUTO_INCREMENT, n INT, FOREIGN KEY (n) REFERENCES cascade_in_order__note (id) ON DELETE SET NULL);
-- [target]
ALTER TABLE cascade_in_order AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO cascade_in_order VALUES (1, 'a1'), (2, 'a2');
INSERT INTO cascade_in_order__note VALUES (50, 1, NULL, 'first'), (60, 2, NULL, 'other');
-- [stream]
INSERT INTO cascade_in_order__note VALUES (40, 1, 50, 'reply');
INSERT INTO cascade_in_order__note VALUES (30, 1, 40, 'again');
INSERT INTO cascade_in_order__mark (n) VALUES (30), (60);
DELETE FROM cascade_in_order WHERE id = 1;
INSERT INTO cascade_in_order__note VALUES (50, 2, 60, 'anew');
-- [comparison]
-- [rows]
SELECT n.x, p.v, r.x FROM cascade_in_order__note n JOIN cascade_in_order p ON p.id = n.p LEFT JOIN cascade_in_order__note r ON r.id = n.reply ORDER BY n.x
anew|a2|other
other|a2|null
SELECT m.id > 0, n.x FROM cascade_in_order__mark m LEFT JOIN cascade_in_order__note n ON n.id = m.n ORDER BY n.x
1|null
1|other
SELECT v, id > 1000 FROM cascade_in_order
a2|1
