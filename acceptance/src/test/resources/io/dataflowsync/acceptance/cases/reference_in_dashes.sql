-- A foreign key behind two dashes and a tab: a comment to the server, and none to InnoDB of 5.7
-- Use: a statement that somebody has commented out by half.
-- Expected: the lane halts, and its text says what to run.
-- Basis: run on 5.7.22: information_schema has the foreign key.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE reference_in_dashes (id INT PRIMARY KEY, v VARCHAR(9));
-- [pipeline]
reference_in_dashes: { identity: keep }
-- [before]
INSERT INTO reference_in_dashes VALUES (1, 'a'), (2, 'b');
-- [stream]
CREATE TABLE reference_in_dashes__kid (id INT PRIMARY KEY, p INT, KEY (p)
--	, CONSTRAINT rid_fk FOREIGN KEY (p) REFERENCES reference_in_dashes (id) ON DELETE CASCADE
);
INSERT INTO reference_in_dashes__kid VALUES (1, 1), (2, 2);
DELETE FROM reference_in_dashes WHERE id = 2;
-- step: halted schema-change-refused: on target: CREATE TABLE reference_in_dashes__kid (id INT PRIMARY KEY, p INT, KEY (p), CONSTRAINT rid_fk FOREIGN KEY (p) REFERENCES reference_in_dashes (id) ON DELETE CASCADE)
INSERT INTO reference_in_dashes__kid VALUES (3, 1);
-- [comparison]
-- [rows]
SELECT id, p FROM reference_in_dashes__kid ORDER BY id
1|1
3|1
