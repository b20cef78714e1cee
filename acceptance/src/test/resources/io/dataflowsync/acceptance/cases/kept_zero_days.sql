-- A column of days gets a comment, in a session that is not strict; days of 0 are NULL on the target by the pipeline file
-- Use: zero-dates: null, since the new programs refuse 0000-00-00. The source's column is NOT NULL, and MODIFY repeats that.
-- Expected: a halt, or NULLs that stay: the statement would make 0000-00-00 of them again.
-- Basis: the pipeline file; the statement changes no value of the source.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
kept_zero_days: { columns: { d: { zero-dates: null } } }
-- [source]
CREATE TABLE kept_zero_days (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), d DATE NOT NULL);
-- [target]
CREATE TABLE kept_zero_days (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), d DATE) AUTO_INCREMENT = 1001;
-- [before]
SET SESSION sql_mode = '';
INSERT INTO kept_zero_days VALUES (1, 'a', '0000-00-00'), (2, 'b', '2020-01-01');
-- [stream]
SET SESSION sql_mode = '';
ALTER TABLE kept_zero_days MODIFY d DATE NOT NULL COMMENT 'when';
-- step: if halted schema-change-refused: pass statement
-- step: await applied
INSERT INTO kept_zero_days VALUES (3, 'c', '0000-00-00'), (4, 'd', '2020-01-02');
-- [rows]
SELECT v, d IS NULL FROM kept_zero_days ORDER BY v
a|1
b|0
c|1
d|0
