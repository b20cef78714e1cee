-- Tables and columns whose names have signs of every kind, dots and blanks among them
-- Use: a database that was made by a tool for office use.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
"names_of_all_signs__a b-c": { references: { "pa:r'ent": names_of_all_signs } }
-- [both]
CREATE TABLE names_of_all_signs (id INT PRIMARY KEY AUTO_INCREMENT, `v "w"` VARCHAR(9), `x,y;z` INT);
CREATE TABLE `names_of_all_signs__a b-c` (`i``d` INT PRIMARY KEY AUTO_INCREMENT, `pa:r'ent` INT, `%s\n?` VARCHAR(9), `{é}` INT);
CREATE TABLE `names_of_all_signs__#$@` (id INT PRIMARY KEY AUTO_INCREMENT, `p p` INT, CONSTRAINT `f k``s` FOREIGN KEY (`p p`) REFERENCES `names_of_all_signs__a b-c` (`i``d`) ON DELETE CASCADE);
-- [target]
ALTER TABLE names_of_all_signs AUTO_INCREMENT = 101;
ALTER TABLE `names_of_all_signs__a b-c` AUTO_INCREMENT = 201;
-- [before]
INSERT INTO names_of_all_signs VALUES (1, 'a', 1), (2, 'b', 2);
INSERT INTO `names_of_all_signs__a b-c` VALUES (1, 1, 'x', 5), (2, 2, 'y', 6);
INSERT INTO `names_of_all_signs__#$@` VALUES (1, 1), (2, 2);
-- [stream]
UPDATE names_of_all_signs SET `x,y;z` = 3, `v "w"` = 'b''b' WHERE id = 2;
ALTER TABLE `names_of_all_signs__a b-c` CHANGE `%s\n?` `a.b` VARCHAR(20), ADD COLUMN `-- n` INT DEFAULT 4;
INSERT INTO `names_of_all_signs__a b-c` (`pa:r'ent`, `a.b`, `{é}`) VALUES (2, 'z', 7);
INSERT INTO `names_of_all_signs__#$@` VALUES (3, 3);
DELETE FROM `names_of_all_signs__a b-c` WHERE `a.b` = 'x';
RENAME TABLE `names_of_all_signs__#$@` TO `names_of_all_signs__/*!*/`;
UPDATE `names_of_all_signs__/*!*/` SET `p p` = 3 WHERE id = 2;
-- [comparison]
-- [rows]
SELECT k.`a.b`, k.`-- n`, k.`{é}`, p.`v "w"`, p.`x,y;z` FROM `names_of_all_signs__a b-c` k JOIN names_of_all_signs p ON p.id = k.`pa:r'ent` ORDER BY 1
y|4|6|b'b|3
z|4|7|b'b|3
SELECT k.`a.b` FROM `names_of_all_signs__/*!*/` g JOIN `names_of_all_signs__a b-c` k ON k.`i``d` = g.`p p` ORDER BY g.id
z
z
