-- Names that are reserved words in 8.0, or have blanks, quotes and backticks
-- [both]
CREATE TABLE `odd_names__rank of 'groups'` (`system` INT PRIMARY KEY AUTO_INCREMENT, `it's "quoted"` VARCHAR(9), `a``b` INT, `?` INT, `größe` INT, `select` INT, `window` INT);
-- [before]
INSERT INTO `odd_names__rank of 'groups'` VALUES (1, 'a', 1, 2, 3, 4, 5);
-- [stream]
INSERT INTO `odd_names__rank of 'groups'` VALUES (2, 'b', 10, 20, 30, 40, 50);
UPDATE `odd_names__rank of 'groups'` SET `a``b` = 11, `größe` = 31, `window` = 51, `?` = 21 WHERE `system` = 2;
DELETE FROM `odd_names__rank of 'groups'` WHERE `system` = 1;
-- [rows]
SELECT `it's "quoted"`, `a``b`, `?`, `größe`, `select`, `window` FROM `odd_names__rank of 'groups'`
b|11|21|31|40|51
