-- Columns that are added: last, first, behind another, several at once, behind one that the target does not have
-- [pipeline]
column_added: { target: column_added__there, columns: { n: amount, secret: { drop: true } } }
-- [source]
CREATE TABLE column_added (id INT PRIMARY KEY AUTO_INCREMENT, n INT, secret INT);
-- [target]
CREATE TABLE column_added__there (id INT PRIMARY KEY AUTO_INCREMENT, amount INT);
-- [before]
INSERT INTO column_added VALUES (1, 1, 1);
-- [stream]
ALTER TABLE column_added ADD COLUMN more VARCHAR(9) NOT NULL DEFAULT 'it''s';
INSERT INTO column_added VALUES (2, 2, 2, 'x');
ALTER TABLE column_added ADD kind INT NULL AFTER n, ADD COLUMN (a INT, b INT DEFAULT 7), ALGORITHM=INPLACE, LOCK=NONE;
INSERT INTO column_added VALUES (3, 3, 30, 3, 'y', 31, 32);
ALTER TABLE column_added ADD COLUMN first BIGINT UNSIGNED FIRST, ADD COLUMN last INT AFTER secret;
INSERT INTO column_added VALUES (18446744073709551615, 4, 4, 40, 4, 41, 'z', 42, 43);
-- [schema]
applied | ALTER TABLE `changed_copy`.`column_added__there` ADD COLUMN `more` VARCHAR(9) NOT NULL DEFAULT 'it''s'
applied | ALTER TABLE `changed_copy`.`column_added__there` ADD COLUMN `kind` INT NULL AFTER `amount`, ADD COLUMN `a` INT, ADD COLUMN `b` INT DEFAULT 7
applied | ALTER TABLE `changed_copy`.`column_added__there` ADD COLUMN `first` BIGINT UNSIGNED FIRST, ADD COLUMN `last` INT
-- [rows]
SELECT * FROM column_added__there ORDER BY amount
null|1|1|null|it's|null|7|null
null|2|2|null|x|null|7|null
null|3|3|30|y|31|32|null
18446744073709551615|4|4|40|z|42|43|41
