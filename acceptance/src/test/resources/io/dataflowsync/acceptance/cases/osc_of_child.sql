-- A tool copies a child twice, whose foreign key has another name in the copy each time; then its rule is changed by that name, behind
-- Use: what pt-online-schema-change does to a table with a foreign key: fk, _fk, and fk again.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE osc_of_child__parent (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE osc_of_child (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT ooc_1 FOREIGN KEY (p) REFERENCES osc_of_child__parent (id) ON DELETE CASCADE);
-- [target]
ALTER TABLE osc_of_child__parent AUTO_INCREMENT = 2;
-- [before]
INSERT INTO osc_of_child__parent VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO osc_of_child VALUES (1, 1, 'k1'), (2, 2, 'k2'), (3, 3, 'k3');
-- [stream]
-- step: end dpu-service
CREATE TABLE `_osc_of_child_new` (`id` int(11) NOT NULL AUTO_INCREMENT, `p` int(11) DEFAULT NULL, `w` varchar(9) DEFAULT NULL, PRIMARY KEY (`id`), KEY `ooc_1` (`p`), CONSTRAINT `_ooc_1` FOREIGN KEY (`p`) REFERENCES `osc_of_child__parent` (`id`) ON DELETE CASCADE) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
ALTER TABLE `_osc_of_child_new` ADD COLUMN n INT NOT NULL DEFAULT 7 AFTER id;
INSERT LOW_PRIORITY IGNORE INTO `_osc_of_child_new` (`id`, `p`, `w`) SELECT `id`, `p`, `w` FROM `osc_of_child` LOCK IN SHARE MODE;
RENAME TABLE osc_of_child TO `_osc_of_child_old`, `_osc_of_child_new` TO osc_of_child;
DROP TABLE IF EXISTS `_osc_of_child_old`;
INSERT INTO osc_of_child VALUES (4, 8, 1, 'k4');
DELETE FROM osc_of_child__parent WHERE id = 2;
CREATE TABLE `_osc_of_child_new` (`id` int(11) NOT NULL AUTO_INCREMENT, `n` int(11) NOT NULL DEFAULT '7', `p` int(11) DEFAULT NULL, `w` varchar(9) DEFAULT NULL, PRIMARY KEY (`id`), KEY `ooc_1` (`p`), CONSTRAINT `ooc_1` FOREIGN KEY (`p`) REFERENCES `osc_of_child__parent` (`id`) ON DELETE CASCADE) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
ALTER TABLE `_osc_of_child_new` MODIFY w VARCHAR(20);
INSERT LOW_PRIORITY IGNORE INTO `_osc_of_child_new` (`id`, `n`, `p`, `w`) SELECT `id`, `n`, `p`, `w` FROM `osc_of_child` LOCK IN SHARE MODE;
RENAME TABLE osc_of_child TO `_osc_of_child_old`, `_osc_of_child_new` TO osc_of_child;
DROP TABLE IF EXISTS `_osc_of_child_old`;
INSERT INTO osc_of_child VALUES (5, 9, 3, 'k5');
ALTER TABLE osc_of_child DROP FOREIGN KEY ooc_1;
ALTER TABLE osc_of_child ADD CONSTRAINT ooc_3 FOREIGN KEY (p) REFERENCES osc_of_child__parent (id) ON DELETE SET NULL;
DELETE FROM osc_of_child__parent WHERE id = 3;
-- step: start dpu-service
INSERT INTO osc_of_child VALUES (6, 10, 1, 'k6 longer than nine');
-- [comparison]
-- [rows]
SELECT k.w, k.n, p.v FROM osc_of_child k LEFT JOIN osc_of_child__parent p ON p.id = k.p ORDER BY k.w
k1|7|a
k3|7|null
k4|8|a
k5|9|null
k6 longer than nine|10|a
