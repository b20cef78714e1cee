-- What gh-ost does: a table beside the other is changed, filled and put in its place
-- [both]
CREATE TABLE ghost (id INT PRIMARY KEY AUTO_INCREMENT, n INT, old INT);
-- [before]
INSERT INTO ghost VALUES (1, 1, 1), (2, 2, 2);
-- [stream]
CREATE /* gh-ost */ TABLE `changed`.`_ghost_ghc` (id bigint unsigned auto_increment, last_update timestamp not null DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, hint varchar(64) charset ascii not null, value varchar(4096) charset ascii not null, primary key(id), unique key hint_uidx(hint)) auto_increment=256;
CREATE /* gh-ost */ TABLE `changed`.`_ghost_gho` LIKE `changed`.`ghost`;
ALTER /* gh-ost */ TABLE `changed`.`_ghost_gho` ADD COLUMN more VARCHAR(9) NOT NULL DEFAULT 'none' AFTER id, DROP old, ADD KEY by_n (n);
INSERT INTO _ghost_ghc (hint, value) VALUES ('state', 'GhostTableMigrated');
INSERT /* gh-ost */ IGNORE INTO `changed`.`_ghost_gho` (`id`, `n`) (SELECT `id`, `n` FROM `changed`.`ghost` FORCE INDEX (`PRIMARY`) LOCK IN SHARE MODE);
INSERT INTO ghost VALUES (3, 3, 3);
REPLACE /* gh-ost */ INTO `changed`.`_ghost_gho` (`id`, `n`) VALUES (3, 3);
UPDATE ghost SET n = 20 WHERE id = 2;
UPDATE /* gh-ost */ `changed`.`_ghost_gho` SET n = 20 WHERE id = 2;
CREATE /* gh-ost */ TABLE `changed`.`_ghost_del` (id int auto_increment primary key) engine=InnoDB comment='ghost-cut-over-sentry';
DROP /* gh-ost */ TABLE IF EXISTS `changed`.`_ghost_del`;
RENAME /* gh-ost */ TABLE `changed`.`ghost` TO `changed`.`_ghost_del`, `changed`.`_ghost_gho` TO `changed`.`ghost`;
INSERT INTO ghost VALUES (4, 'new', 4);
UPDATE ghost SET n = n + 100 WHERE id < 3;
DROP /* gh-ost */ TABLE IF EXISTS `changed`.`_ghost_ghc`;
DROP /* gh-ost */ TABLE IF EXISTS `changed`.`_ghost_del`;
-- [rows]
SELECT more, n FROM ghost ORDER BY n
none|3
new|4
none|101
none|120
SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = 'changed_copy' AND table_name = 'ghost' AND column_name = 'old'
0
SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'changed_copy' AND table_name LIKE '\_ghost\_%'
0
SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = 'changed_copy' AND table_name = 'ghost' AND index_name = 'by_n'
1
