-- A parent joins, whose rows have taken along rows of a child that was altered before and behind that
-- Use: a table that was left out joins in the window in which its child is altered.
-- Expected: the source's rows: the child is read again with its parent, behind the last of the statements.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
joins_kid_altered: { skip: true }
-- [both]
CREATE TABLE joins_kid_altered (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE joins_kid_altered__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, a VARCHAR(9), b VARCHAR(9), CONSTRAINT joins_kid_altered_fk FOREIGN KEY (p) REFERENCES joins_kid_altered (id) ON DELETE CASCADE);
-- [target]
ALTER TABLE joins_kid_altered AUTO_INCREMENT = 1001;
ALTER TABLE joins_kid_altered__kid AUTO_INCREMENT = 1001;
ALTER TABLE joins_kid_altered__kid DROP FOREIGN KEY joins_kid_altered_fk;
-- [before]
INSERT INTO joins_kid_altered VALUES (1, 'one'), (2, 'two');
INSERT INTO joins_kid_altered__kid VALUES (1, 1, 'A', 'B'), (2, 2, 'AA', 'BB'), (3, NULL, NULL, 'BBB');
-- [stream]
-- step: await applied
-- step: end cdc-service
UPDATE joins_kid_altered__kid SET a = 'AAA' WHERE id = 3;
ALTER TABLE joins_kid_altered__kid MODIFY a VARCHAR(9) NOT NULL;
DELETE FROM joins_kid_altered WHERE id = 1;
INSERT INTO joins_kid_altered__kid VALUES (4, 2, 'AAAA', 'BBBB');
ALTER TABLE joins_kid_altered__kid CHANGE a b VARCHAR(9) NOT NULL, CHANGE b a VARCHAR(9);
-- step: pipeline file: joins_kid_altered: {}
-- step: await applied
INSERT INTO joins_kid_altered__kid (id, p, a, b) VALUES (5, 2, 'x', 'y');
-- [comparison]
-- [rows]
SELECT k.a, k.b, p.n FROM joins_kid_altered__kid k LEFT JOIN joins_kid_altered p ON p.id = k.p ORDER BY k.a
BB|AA|two
BBB|AAA|null
BBBB|AAAA|two
x|y|two
