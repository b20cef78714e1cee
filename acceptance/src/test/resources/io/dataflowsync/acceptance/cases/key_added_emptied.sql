-- A table that got its key while it had rows is emptied
-- Use: somebody adds the missing primary key, later a job empties the table.
-- Expected: a dead letter that says why; once the rows are deleted by hand and it is dismissed, the source's rows.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE key_added_emptied (a INT NOT NULL, v VARCHAR(9));
-- [before]
INSERT INTO key_added_emptied VALUES (1, 'x'), (2, 'y');
-- [stream]
ALTER TABLE key_added_emptied ADD PRIMARY KEY (a);
INSERT INTO key_added_emptied VALUES (3, 'z');
TRUNCATE TABLE key_added_emptied;
INSERT INTO key_added_emptied VALUES (1, 'after');
-- step: await applied
-- step: on target: DELETE FROM key_added_emptied
-- step: dismiss dead letters
UPDATE key_added_emptied SET v = 'later' WHERE a = 1;
INSERT INTO key_added_emptied VALUES (4, 'new');
-- [comparison]
-- [rows]
SELECT a, v FROM key_added_emptied ORDER BY a
1|later
4|new
