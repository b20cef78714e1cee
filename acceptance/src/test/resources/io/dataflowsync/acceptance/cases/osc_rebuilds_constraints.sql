-- pt-online-schema-change alters a parent, and builds the foreign keys of its children anew
-- Use: its default for parents of small children, rebuild_constraints.
-- Expected: the source's rows.
-- Basis: run on 5.7.22 with the statements that the tool prints; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE osc_rebuilds_constraints (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE osc_rebuilds_constraints__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT orc_p FOREIGN KEY (p) REFERENCES osc_rebuilds_constraints (id));
-- [target]
ALTER TABLE osc_rebuilds_constraints AUTO_INCREMENT = 101;
-- [before]
INSERT INTO osc_rebuilds_constraints VALUES (1, 'a'), (2, 'b');
INSERT INTO osc_rebuilds_constraints__kid VALUES (1, 1, 'k1'), (2, 2, 'k2');
-- [stream]
CREATE TABLE `_osc_rebuilds_constraints_new` (`id` int(11) NOT NULL AUTO_INCREMENT, `v` varchar(9) DEFAULT NULL, PRIMARY KEY (`id`)) ENGINE=InnoDB;
ALTER TABLE `_osc_rebuilds_constraints_new` ADD COLUMN more INT DEFAULT 7;
CREATE TRIGGER osc_ins AFTER INSERT ON osc_rebuilds_constraints FOR EACH ROW REPLACE INTO `_osc_rebuilds_constraints_new` (id, v) VALUES (NEW.id, NEW.v);
INSERT LOW_PRIORITY IGNORE INTO `_osc_rebuilds_constraints_new` (`id`, `v`) SELECT `id`, `v` FROM osc_rebuilds_constraints LOCK IN SHARE MODE;
INSERT INTO osc_rebuilds_constraints (v) VALUES ('c');
RENAME TABLE osc_rebuilds_constraints TO `_osc_rebuilds_constraints_old`, `_osc_rebuilds_constraints_new` TO osc_rebuilds_constraints;
ALTER TABLE osc_rebuilds_constraints__kid DROP FOREIGN KEY `orc_p`, ADD CONSTRAINT `_orc_p` FOREIGN KEY (`p`) REFERENCES osc_rebuilds_constraints (`id`);
DROP TABLE IF EXISTS `_osc_rebuilds_constraints_old`;
DROP TRIGGER IF EXISTS osc_ins;
INSERT INTO osc_rebuilds_constraints (v, more) VALUES ('d', 8);
INSERT INTO osc_rebuilds_constraints__kid (p, w) SELECT id, CONCAT('k', v) FROM osc_rebuilds_constraints WHERE v IN ('c', 'd');
UPDATE osc_rebuilds_constraints SET v = 'bb' WHERE id = 2;
-- [comparison]
-- [rows]
SELECT p.v, p.more, k.w FROM osc_rebuilds_constraints p LEFT JOIN osc_rebuilds_constraints__kid k ON k.p = p.id ORDER BY p.v
a|7|k1
bb|7|k2
c|7|kc
d|8|kd
