-- A session that is not strict makes short texts of columns of references: the old keys fit, the new ones do not
-- Use: an old application without strict mode changes types; the target numbers its rows higher up.
-- Expected: no reference is cut down: the texts are long enough on the target.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
narrowed_text__kid: { references: { p: narrowed_text } }
narrowed_text__any: { references: { p: { by: kind, tables: { T: narrowed_text } } } }
-- [both]
CREATE TABLE narrowed_text (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE narrowed_text__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9));
CREATE TABLE narrowed_text__any (id INT PRIMARY KEY AUTO_INCREMENT, kind CHAR(1), p VARCHAR(20), w VARCHAR(9));
CREATE TABLE narrowed_text__own (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT narrowed_text_fk FOREIGN KEY (p) REFERENCES narrowed_text (id));
-- [target]
ALTER TABLE narrowed_text AUTO_INCREMENT = 100001;
-- [before]
INSERT INTO narrowed_text VALUES (1, 'a'), (2, 'b');
INSERT INTO narrowed_text__kid VALUES (1, 1, 'k1'), (2, 2, 'k2');
INSERT INTO narrowed_text__any VALUES (1, 'T', '1', 'n1'), (2, 'T', '2', 'n2');
INSERT INTO narrowed_text__own VALUES (1, 1, 'o1'), (2, 2, 'o2');
-- [stream]
SET SESSION sql_mode = '';
ALTER TABLE narrowed_text__kid MODIFY p VARCHAR(3);
ALTER TABLE narrowed_text__any MODIFY p VARCHAR(4);
ALTER TABLE narrowed_text__own DROP FOREIGN KEY narrowed_text_fk;
ALTER TABLE narrowed_text__own CHANGE p q CHAR(3);
UPDATE narrowed_text__kid SET w = 'k1!' WHERE id = 1;
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM narrowed_text__kid k LEFT JOIN narrowed_text p ON p.id = k.p ORDER BY k.w
k1!|a
k2|b
SELECT k.w, p.v FROM narrowed_text__any k LEFT JOIN narrowed_text p ON p.id = k.p ORDER BY k.w
n1|a
n2|b
SELECT k.w, p.v FROM narrowed_text__own k LEFT JOIN narrowed_text p ON p.id = k.q ORDER BY k.w
o1|a
o2|b
