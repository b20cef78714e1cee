-- A statement is skipped, and its rows are changed and referred to before the table is read again
-- Use: a session of binlog_format STATEMENT, or of a partial row image, brings rows. People do what docs/when-the-capture-stops.md says.
-- Expected: the rows get one new key each, and who refers to them has it.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE read_after_skip (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE read_after_skip__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, n VARCHAR(9), CONSTRAINT read_after_skip_fk FOREIGN KEY (p) REFERENCES read_after_skip (id));
-- [before]
INSERT INTO read_after_skip VALUES (1, 'a'), (2, 'b');
-- [stream]
-- step: await applied
SET SESSION binlog_format = 'STATEMENT';
INSERT INTO read_after_skip VALUES (3, 'c');
-- step: await stopped source-statement
-- step: skip
UPDATE read_after_skip SET v = 'b2' WHERE id = 2;
-- step: await stopped source-statement
-- step: skip
SET SESSION binlog_format = 'ROW';
UPDATE read_after_skip SET v = 'c2' WHERE id = 3;
INSERT INTO read_after_skip__kid VALUES (1, 3, 'of c');
-- step: read again: read_after_skip
UPDATE read_after_skip SET v = 'c3' WHERE id = 3;
INSERT INTO read_after_skip__kid VALUES (2, 2, 'of b');
-- [comparison]
-- [rows]
SELECT v FROM read_after_skip ORDER BY v
a
b2
c3
SELECT k.n, p.v FROM read_after_skip__kid k JOIN read_after_skip p ON p.id = k.p ORDER BY k.n
of b|b2
of c|c3
