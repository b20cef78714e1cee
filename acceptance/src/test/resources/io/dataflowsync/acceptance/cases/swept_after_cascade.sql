-- A table is read again of which cascades have changed the keys, and rows that it lost meanwhile are in no event that is applied
-- Use: read again what is not certain.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE swept_after_cascade (code VARCHAR(300) CHARACTER SET latin1 PRIMARY KEY, n VARCHAR(9));
CREATE TABLE swept_after_cascade__part (code VARCHAR(300) CHARACTER SET latin1, nr BIT(10), n VARCHAR(9), PRIMARY KEY (code, nr), CONSTRAINT part_of FOREIGN KEY (code) REFERENCES swept_after_cascade (code) ON UPDATE CASCADE);
-- [before]
INSERT INTO swept_after_cascade VALUES (REPEAT('a', 300), 'a'), ('b', 'b');
INSERT INTO swept_after_cascade__part VALUES (REPEAT('a', 300), 1, 'a1'), (REPEAT('a', 300), 258, 'a2'), ('b', 1, 'b1');
-- [stream]
UPDATE swept_after_cascade SET code = CONCAT(REPEAT('a', 299), 'z') WHERE n = 'a';
-- step: await applied
-- step: end dpu-service
DELETE FROM swept_after_cascade__part WHERE nr = 258;
-- step: start dpu-service
-- step: read again: swept_after_cascade__part
INSERT INTO swept_after_cascade__part VALUES (CONCAT(REPEAT('a', 299), 'z'), 3, 'a3');
-- step: await applied
-- [comparison]
-- [rows]
SELECT RIGHT(code, 1), nr + 0, n FROM swept_after_cascade__part ORDER BY n
z|1|a1
z|3|a3
b|1|b1
