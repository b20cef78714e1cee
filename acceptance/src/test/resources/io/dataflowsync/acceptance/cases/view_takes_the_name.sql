-- A table gets another name and a view takes the former one; the application goes on to write by way of the view
-- Use: a table is renamed, or its columns are, without a moment at which both the old and the new application fail.
-- Expected: the rows are those of the table under its new name; the view is of no matter.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE view_takes_the_name (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(20));
CREATE TABLE view_takes_the_name__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT vtn_1 FOREIGN KEY (p) REFERENCES view_takes_the_name (id) ON DELETE CASCADE);
-- [target]
ALTER TABLE view_takes_the_name AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO view_takes_the_name VALUES (1, 'a'), (2, 'b');
INSERT INTO view_takes_the_name__kid VALUES (1, 1, 'k1'), (2, 2, 'k2');
-- [stream]
-- step: end dpu-service
RENAME TABLE view_takes_the_name TO view_takes_the_name__base;
CREATE VIEW view_takes_the_name AS SELECT id, name FROM view_takes_the_name__base;
INSERT INTO view_takes_the_name VALUES (3, 'c');
INSERT INTO view_takes_the_name__kid VALUES (3, 3, 'k3');
ALTER TABLE view_takes_the_name__base CHANGE name full_name VARCHAR(40) NOT NULL DEFAULT '?' FIRST;
CREATE OR REPLACE VIEW view_takes_the_name AS SELECT id, full_name AS name FROM view_takes_the_name__base;
-- step: end cdc-service
UPDATE view_takes_the_name SET name = 'bb' WHERE id = 2;
-- step: start cdc-service
DELETE FROM view_takes_the_name WHERE id = 1;
-- step: start dpu-service
-- step: await applied
DROP VIEW view_takes_the_name;
RENAME TABLE view_takes_the_name__base TO view_takes_the_name;
INSERT INTO view_takes_the_name (id, full_name) VALUES (4, 'd');
INSERT INTO view_takes_the_name__kid VALUES (4, 4, 'k4');
-- [comparison]
-- [rows]
SELECT k.w, p.full_name FROM view_takes_the_name__kid k LEFT JOIN view_takes_the_name p ON p.id = k.p ORDER BY k.w
k2|bb
k3|c
k4|d
SELECT full_name FROM view_takes_the_name ORDER BY full_name
bb
c
d
