-- A session that is not strict makes a column of references smaller: the old keys fit, the new ones do not
-- Use: an old application without strict mode tidies its types; the target numbers its rows higher up.
-- Expected: the target's columns stay as they are: the new keys do not fit.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
narrowed_references__kid: { references: { p: narrowed_references } }
-- [both]
CREATE TABLE narrowed_references (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE narrowed_references__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9));
CREATE TABLE narrowed_references__own (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT narrowed_references_fk FOREIGN KEY (p) REFERENCES narrowed_references (id));
-- [target]
ALTER TABLE narrowed_references AUTO_INCREMENT = 100001;
-- [before]
INSERT INTO narrowed_references VALUES (1, 'a'), (2, 'b');
INSERT INTO narrowed_references__kid VALUES (1, 1, 'k1'), (2, 2, 'k2');
INSERT INTO narrowed_references__own VALUES (1, 1, 'o1'), (2, 2, 'o2');
-- [stream]
SET SESSION sql_mode = '';
ALTER TABLE narrowed_references__kid MODIFY p SMALLINT;
ALTER TABLE narrowed_references__own DROP FOREIGN KEY narrowed_references_fk;
ALTER TABLE narrowed_references__own CHANGE p q SMALLINT UNSIGNED;
INSERT INTO narrowed_references__own VALUES (3, 2, 'o3');
UPDATE narrowed_references__kid SET w = 'k1!' WHERE id = 1;
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM narrowed_references__kid k LEFT JOIN narrowed_references p ON p.id = k.p ORDER BY k.w
k1!|a
k2|b
SELECT k.w, p.v FROM narrowed_references__own k LEFT JOIN narrowed_references p ON p.id = k.q ORDER BY k.w
o1|a
o2|b
o3|b
