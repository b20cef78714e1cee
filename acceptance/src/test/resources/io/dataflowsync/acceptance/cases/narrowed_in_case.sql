-- A session that is not strict makes a column of references smaller; the pipeline file writes the column's name in another case than the table
-- Use: an old application without strict mode tidies its types; the target numbers its rows higher up.
-- Expected: the target's column stays as it is: the new keys do not fit.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
narrowed_in_case__kid: { references: { Parent: narrowed_in_case } }
narrowed_in_case__doc: { references: { SUBJECT: { by: Kind, tables: { n: narrowed_in_case } } } }
-- [both]
CREATE TABLE narrowed_in_case (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE narrowed_in_case__kid (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, w VARCHAR(9));
CREATE TABLE narrowed_in_case__doc (id INT PRIMARY KEY AUTO_INCREMENT, kind CHAR(1), subject INT, w VARCHAR(9));
-- [target]
ALTER TABLE narrowed_in_case AUTO_INCREMENT = 100001;
-- [before]
INSERT INTO narrowed_in_case VALUES (1, 'a'), (2, 'b');
INSERT INTO narrowed_in_case__kid VALUES (1, 1, 'k1'), (2, 2, 'k2');
INSERT INTO narrowed_in_case__doc VALUES (1, 'n', 1, 'd1'), (2, 'n', 2, 'd2');
-- [stream]
SET SESSION sql_mode = '';
ALTER TABLE narrowed_in_case__kid MODIFY parent SMALLINT;
ALTER TABLE narrowed_in_case__doc CHANGE Subject Subject SMALLINT;
INSERT INTO narrowed_in_case__kid VALUES (3, 2, 'k3');
INSERT INTO narrowed_in_case__doc VALUES (3, 'n', 2, 'd3');
-- step: if halted schema-change-refused: pass statement
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM narrowed_in_case__kid k LEFT JOIN narrowed_in_case p ON p.id = k.parent ORDER BY k.w
k1|a
k2|b
k3|b
SELECT k.w, p.v FROM narrowed_in_case__doc k LEFT JOIN narrowed_in_case p ON p.id = k.subject ORDER BY k.w
d1|a
d2|b
d3|b
