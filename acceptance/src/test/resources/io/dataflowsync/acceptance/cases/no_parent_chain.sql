-- A column that is 0 for "none" is what a foreign key refers to
-- Use: a place has its owner as its key, 0 for the common one.
-- Expected: 0 stays 0 in both tables, so the foreign key holds.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
no_parent_chain__place: { references: { owner: { table: no_parent_chain, zero: none } } }
-- [both]
CREATE TABLE no_parent_chain (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE no_parent_chain__place (owner INT PRIMARY KEY, n VARCHAR(9));
CREATE TABLE no_parent_chain__visit (id INT PRIMARY KEY AUTO_INCREMENT, place INT, n VARCHAR(9), FOREIGN KEY (place) REFERENCES no_parent_chain__place (owner));
-- [target]
ALTER TABLE no_parent_chain AUTO_INCREMENT = 1001;
ALTER TABLE no_parent_chain__visit AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO no_parent_chain VALUES (1, 'a'), (2, 'b');
INSERT INTO no_parent_chain__place VALUES (0, 'common'), (1, 'of a');
INSERT INTO no_parent_chain__visit VALUES (1, 0, 'v1'), (2, 1, 'v2');
-- [stream]
-- step: await applied
INSERT INTO no_parent_chain__place VALUES (2, 'of b');
INSERT INTO no_parent_chain__visit VALUES (3, 2, 'v3'), (4, 0, 'v4');
UPDATE no_parent_chain__visit SET place = 0 WHERE id = 2;
UPDATE no_parent_chain__place SET n = 'Common' WHERE owner = 0;
DELETE FROM no_parent_chain__visit WHERE id = 1;
-- [rows]
SELECT v.n, p.n, p.owner > 1000 FROM no_parent_chain__visit v JOIN no_parent_chain__place p ON p.owner = v.place ORDER BY v.n
v2|Common|0
v3|of b|1
v4|Common|0
SELECT p.n, IFNULL(o.n, 'none') FROM no_parent_chain__place p LEFT JOIN no_parent_chain o ON o.id = p.owner ORDER BY p.n
Common|none
of a|a
of b|b
