-- A parent table gets another name while children wait
-- Use: the parents move to another name; what refers to them follows.
-- Expected: the source's rows, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE parent_renamed_behind (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE parent_renamed_behind__pet (id INT PRIMARY KEY AUTO_INCREMENT, owner_id INT, n VARCHAR(9), FOREIGN KEY (owner_id) REFERENCES parent_renamed_behind (id));
-- [target]
ALTER TABLE parent_renamed_behind AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO parent_renamed_behind VALUES (1, 'a'), (2, 'b');
-- [stream]
-- step: end dpu-service
INSERT INTO parent_renamed_behind__pet VALUES (1, 1, 'p1');
INSERT INTO parent_renamed_behind VALUES (3, 'c');
RENAME TABLE parent_renamed_behind TO parent_renamed_behind__people;
INSERT INTO parent_renamed_behind__pet VALUES (2, 3, 'p2');
ALTER TABLE parent_renamed_behind__people CHANGE id ident INT NOT NULL AUTO_INCREMENT;
INSERT INTO parent_renamed_behind__people VALUES (4, 'd');
INSERT INTO parent_renamed_behind__pet VALUES (3, 4, 'p3');
-- step: start dpu-service
INSERT INTO parent_renamed_behind__pet VALUES (4, 2, 'p4');
-- [comparison]
-- [rows]
SELECT p.n, o.n, o.ident > 1000 FROM parent_renamed_behind__pet p LEFT JOIN parent_renamed_behind__people o ON o.ident = p.owner_id ORDER BY p.n
p1|a|1
p2|c|1
p3|d|1
p4|b|1
