-- A session with binlog_format STATEMENT empties a parent in the very words that the server has for an emptied MEMORY table
-- Use: an administrator's tool writes names in full. Foreign keys delete and empty other rows with it; one reaches captured rows over a table that is not captured.
-- Expected: the capture stops before the statement, since no event tells of the rows behind the table that is not captured; then the tables are read again.
-- Basis: by reasoning.
-- Settings: none
-- Pipeline: its own
-- [pipeline]
emptied_with_children__middle: { skip: true }
-- [source]
CREATE TABLE emptied_with_children (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE emptied_with_children__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT ewc_1 FOREIGN KEY (p) REFERENCES emptied_with_children (id) ON DELETE SET NULL);
CREATE TABLE emptied_with_children__middle (id INT PRIMARY KEY AUTO_INCREMENT, p INT, CONSTRAINT ewc_2 FOREIGN KEY (p) REFERENCES emptied_with_children (id) ON DELETE CASCADE);
CREATE TABLE emptied_with_children__far (id INT PRIMARY KEY AUTO_INCREMENT, m INT, w VARCHAR(9), CONSTRAINT ewc_3 FOREIGN KEY (m) REFERENCES emptied_with_children__middle (id) ON DELETE CASCADE);
-- [target]
CREATE TABLE emptied_with_children (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE emptied_with_children__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT ewc_1 FOREIGN KEY (p) REFERENCES emptied_with_children (id) ON DELETE SET NULL);
CREATE TABLE emptied_with_children__far (id INT PRIMARY KEY AUTO_INCREMENT, m INT, w VARCHAR(9));
-- [before]
INSERT INTO emptied_with_children VALUES (1, 'a'), (2, 'b');
INSERT INTO emptied_with_children__kid VALUES (1, 1, 'k1'), (2, NULL, 'k2');
INSERT INTO emptied_with_children__middle VALUES (1, 1);
INSERT INTO emptied_with_children__far VALUES (1, 1, 'f1'), (2, NULL, 'f2');
-- [stream]
SET SESSION binlog_format = 'STATEMENT';
DELETE FROM `emptiedwithchildren`.`emptied_with_children`;
SET SESSION binlog_format = 'ROW';
INSERT INTO emptied_with_children VALUES (3, 'c');
-- step: await stopped
-- step: skip
-- step: read again: emptied_with_children
-- step: read again: emptied_with_children__kid
-- step: read again: emptied_with_children__far
-- [rows]
SELECT v FROM emptied_with_children
c
SELECT w, p FROM emptied_with_children__kid ORDER BY w
k1|null
k2|null
SELECT w FROM emptied_with_children__far ORDER BY w
f2
