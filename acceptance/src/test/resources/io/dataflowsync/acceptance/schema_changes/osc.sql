-- What pt-online-schema-change does: triggers keep the table beside the other like it
-- [both]
CREATE TABLE osc (id INT PRIMARY KEY AUTO_INCREMENT, n TINYINT);
-- [before]
INSERT INTO osc VALUES (1, 1), (2, 2);
-- [stream]
CREATE TABLE `changed`.`__osc_new` (`id` int(11) NOT NULL AUTO_INCREMENT, `n` tinyint(4) DEFAULT NULL, PRIMARY KEY (`id`)) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4;
ALTER TABLE `changed`.`__osc_new` MODIFY n BIGINT, ADD more INT NULL;
CREATE TRIGGER `pt_osc_changed_osc_del` AFTER DELETE ON `changed`.`osc` FOR EACH ROW DELETE IGNORE FROM `changed`.`__osc_new` WHERE `changed`.`__osc_new`.`id` <=> OLD.`id`;
CREATE TRIGGER `pt_osc_changed_osc_upd` AFTER UPDATE ON `changed`.`osc` FOR EACH ROW BEGIN DELETE IGNORE FROM `changed`.`__osc_new` WHERE !(OLD.`id` <=> NEW.`id`) AND `changed`.`__osc_new`.`id` <=> OLD.`id`; REPLACE INTO `changed`.`__osc_new` (`id`, `n`) VALUES (NEW.`id`, NEW.`n`); END;
CREATE TRIGGER `pt_osc_changed_osc_ins` AFTER INSERT ON `changed`.`osc` FOR EACH ROW REPLACE INTO `changed`.`__osc_new` (`id`, `n`) VALUES (NEW.`id`, NEW.`n`);
INSERT LOW_PRIORITY IGNORE INTO `changed`.`__osc_new` (`id`, `n`) SELECT `id`, `n` FROM `changed`.`osc` LOCK IN SHARE MODE;
INSERT INTO osc VALUES (3, 3);
UPDATE osc SET n = 20 WHERE id = 2;
DELETE FROM osc WHERE id = 1;
ANALYZE TABLE `changed`.`__osc_new`;
RENAME TABLE `changed`.`osc` TO `changed`.`_osc_old`, `changed`.`__osc_new` TO `changed`.`osc`;
INSERT INTO osc VALUES (4, 9000000000, 5);
DROP TABLE IF EXISTS `changed`.`_osc_old`;
DROP TRIGGER IF EXISTS `changed`.`pt_osc_changed_osc_del`;
-- [rows]
SELECT n, more FROM osc ORDER BY n
3|null
20|null
9000000000|5
SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'changed_copy' AND table_name LIKE '%osc\_%'
0
