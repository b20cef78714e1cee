-- A numbered key gets a second part while rows from before wait; then several rows have one number
-- Use: a table is prepared for partitions, or for several shops.
-- Expected: the source's rows, as with MySQL's own replication, the numbers under new keys.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE key_part_added (id INT NOT NULL PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [target]
ALTER TABLE key_part_added AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO key_part_added VALUES (1, 'a'), (2, 'b'), (3, 'c');
-- [stream]
-- step: end dpu-service
UPDATE key_part_added SET v = 'aa' WHERE id = 1;
ALTER TABLE key_part_added ADD COLUMN shop INT NOT NULL DEFAULT 7, DROP PRIMARY KEY, ADD PRIMARY KEY (id, shop);
INSERT INTO key_part_added VALUES (1, 'a8', 8), (4, 'd8', 8);
UPDATE key_part_added SET v = 'aaa' WHERE id = 1 AND shop = 7;
UPDATE key_part_added SET id = 9 WHERE id = 2;
DELETE FROM key_part_added WHERE id = 3 AND shop = 7;
-- step: start dpu-service
UPDATE key_part_added SET v = 'dd8' WHERE id = 4 AND shop = 8;
-- [comparison]
-- [rows]
SELECT v, shop FROM key_part_added ORDER BY v
a8|8
aaa|7
b|7
dd8|8
SELECT COUNT(DISTINCT id) FROM key_part_added
3
