-- A foreign key of two columns to a key of which one column is told by the other; the child's columns have other names
-- Use: votes for tags of anything: (kind, about) is the key of the tags, (of_kind, of_about) of a vote refers to it.
-- Expected: each vote stays with its tag; the vote for another tag does not go with the tag that is deleted.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
told_down_the_line: { references: { about: { by: kind, tables: { o: told_down_the_line__owner, p: told_down_the_line__pet } } } }
-- [both]
CREATE TABLE told_down_the_line__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE told_down_the_line__pet (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE told_down_the_line (kind VARCHAR(5) NOT NULL, about INT NOT NULL, w VARCHAR(9), PRIMARY KEY (kind, about));
CREATE TABLE told_down_the_line__vote (id INT PRIMARY KEY AUTO_INCREMENT, of_kind VARCHAR(5), of_about INT, v VARCHAR(9), CONSTRAINT told_vote_fk FOREIGN KEY (of_kind, of_about) REFERENCES told_down_the_line (kind, about) ON DELETE CASCADE);
CREATE TABLE told_down_the_line__turn (id INT PRIMARY KEY AUTO_INCREMENT, kind INT, about VARCHAR(5), v VARCHAR(9), CONSTRAINT told_turn_fk FOREIGN KEY (about, kind) REFERENCES told_down_the_line (kind, about));
-- [target]
ALTER TABLE told_down_the_line__owner AUTO_INCREMENT = 2;
ALTER TABLE told_down_the_line__pet AUTO_INCREMENT = 2;
-- [before]
INSERT INTO told_down_the_line__owner VALUES (1, 'o1'), (2, 'o2'), (3, 'o3'), (4, 'o4');
INSERT INTO told_down_the_line__pet VALUES (1, 'p1'), (2, 'p2');
INSERT INTO told_down_the_line VALUES ('o', 1, 't1'), ('o', 2, 't2'), ('o', 3, 't3'), ('o', 4, 't4'), ('p', 1, 't5'), ('p', 2, 't6');
INSERT INTO told_down_the_line__vote VALUES (1, 'o', 2, 'v1'), (2, 'p', 2, 'v2');
INSERT INTO told_down_the_line__turn VALUES (1, 2, 'o', 'u1'), (2, 2, 'p', 'u2');
-- [stream]
-- step: await applied
INSERT INTO told_down_the_line__vote VALUES (3, 'o', 4, 'v3');
INSERT INTO told_down_the_line__turn VALUES (3, 3, 'O', 'u3');
UPDATE told_down_the_line__turn SET about = 'p', kind = 1 WHERE id = 1;
DELETE FROM told_down_the_line WHERE kind = 'o' AND about = 1;
-- step: await applied
-- [comparison]
-- [rows]
SELECT v.v, t.w FROM told_down_the_line__vote v LEFT JOIN told_down_the_line t ON t.kind = v.of_kind AND t.about = v.of_about ORDER BY v.v
v1|t2
v2|t6
v3|t4
SELECT v.v, t.w FROM told_down_the_line__turn v LEFT JOIN told_down_the_line t ON t.kind = v.about AND t.about = v.kind ORDER BY v.v
u1|t5
u2|t6
u3|t3
