-- Indexes and foreign keys come and go, one of them to a table that is not captured
-- [pipeline]
index_changed: { columns: { name: label }, references: { parent_id: index_changed__parent } }
index_changed__parent: { target: index_changed__above }
index_changed__aside: { skip: true }
-- [source]
CREATE TABLE index_changed__parent (id INT PRIMARY KEY AUTO_INCREMENT, n INT);
CREATE TABLE index_changed__aside (id INT PRIMARY KEY AUTO_INCREMENT);
CREATE TABLE index_changed (id INT PRIMARY KEY AUTO_INCREMENT, parent_id INT, aside_id INT, name VARCHAR(20), note VARCHAR(20));
-- [target]
CREATE TABLE index_changed__above (id INT PRIMARY KEY AUTO_INCREMENT, n INT);
CREATE TABLE index_changed (id INT PRIMARY KEY AUTO_INCREMENT, parent_id INT, aside_id INT, label VARCHAR(20), note VARCHAR(20));
-- [before]
INSERT INTO index_changed__parent VALUES (7, 1);
INSERT INTO index_changed VALUES (1, 7, NULL, 'a', 'x');
-- [stream]
CREATE INDEX by_note ON index_changed (note);
CREATE UNIQUE INDEX by_name ON index_changed (name(10), note);
ALTER TABLE index_changed ADD KEY both_names (name, note), ADD CONSTRAINT fk_parent FOREIGN KEY (parent_id) REFERENCES index_changed__parent (id) ON DELETE CASCADE, ADD FOREIGN KEY (aside_id) REFERENCES index_changed__aside (id);
DROP INDEX by_note ON index_changed;
INSERT INTO index_changed__parent VALUES (8, 2);
INSERT INTO index_changed VALUES (2, 8, NULL, 'b', 'y');
ALTER TABLE index_changed DROP FOREIGN KEY fk_parent, DROP KEY fk_parent;
INSERT INTO index_changed VALUES (3, 8, NULL, 'c', 'z');
-- [schema]
applied | CREATE INDEX `by_note` ON `changed_copy`.`index_changed` (`note`)
applied | CREATE UNIQUE INDEX `by_name` ON `changed_copy`.`index_changed` (`label`(10), `note`)
applied | ALTER TABLE `changed_copy`.`index_changed` ADD KEY `both_names` (`label`, `note`), ADD CONSTRAINT `fk_parent` FOREIGN KEY (`parent_id`) REFERENCES `changed_copy`.`index_changed__above` (`id`) ON DELETE CASCADE | left out: a foreign key to changed.index_changed__aside, which is not captured
applied | DROP INDEX `by_note` ON `changed_copy`.`index_changed`
applied | ALTER TABLE `changed_copy`.`index_changed` DROP FOREIGN KEY `fk_parent`, DROP INDEX `fk_parent`
-- [rows]
SELECT i.label, a.n FROM index_changed i JOIN index_changed__above a ON a.id = i.parent_id ORDER BY i.label
a|1
b|2
c|2
SELECT DISTINCT index_name FROM information_schema.statistics WHERE table_schema = 'changed_copy' AND table_name = 'index_changed' ORDER BY 1
both_names
by_name
PRIMARY
