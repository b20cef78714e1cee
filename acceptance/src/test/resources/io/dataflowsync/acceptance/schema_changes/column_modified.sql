-- Columns that get another type, place, default and name; the key stays numbered by the target
-- [source]
CREATE TABLE column_modified (id INT PRIMARY KEY, n TINYINT, t VARCHAR(5), d INT);
-- [target]
CREATE TABLE column_modified (id INT PRIMARY KEY AUTO_INCREMENT, n TINYINT, t VARCHAR(5), d INT);
-- [before]
INSERT INTO column_modified VALUES (1, 1, 'a', 1);
-- [stream]
ALTER TABLE column_modified MODIFY n BIGINT NOT NULL DEFAULT 0 FIRST, MODIFY t VARCHAR(50) CHARACTER SET latin1 COMMENT 'text';
INSERT INTO column_modified VALUES (9000000000, 2, 'longer than five', 2);
ALTER TABLE column_modified CHANGE d amount DECIMAL(9,2) AFTER n, ALTER COLUMN t SET DEFAULT 'none';
INSERT INTO column_modified (n, id, amount) VALUES (3, 3, 2.25);
ALTER TABLE column_modified MODIFY id BIGINT NOT NULL DEFAULT 0;
INSERT INTO column_modified VALUES (4, 4.5, 5000000000, 'x');
UPDATE column_modified SET n = n + 1 WHERE n = 9000000000;
-- [schema]
applied | ALTER TABLE `changed_copy`.`column_modified` MODIFY COLUMN `n` BIGINT NOT NULL DEFAULT 0 FIRST, MODIFY COLUMN `t` VARCHAR(50) CHARACTER SET latin1 COMMENT 'text'
applied | ALTER TABLE `changed_copy`.`column_modified` CHANGE COLUMN `d` `amount` DECIMAL(9,2) AFTER `n`, ALTER COLUMN `t` SET DEFAULT 'none'
applied | ALTER TABLE `changed_copy`.`column_modified` MODIFY COLUMN `id` BIGINT NOT NULL AUTO_INCREMENT
-- [rows]
SELECT n, amount, t FROM column_modified ORDER BY n
1|1.00|a
3|2.25|none
4|4.50|x
9000000001|2.00|longer than five
