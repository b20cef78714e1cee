-- A column that the pipeline file lets refer, and one that it masks, get another case in their names while the table has no rows
-- Use: columns in camel case, by CHANGE owner Owner, before the table is used.
-- Expected: the columns are the same to the server: they refer, and are masked, as before; or a halt that says what to write.
-- Basis: the pipeline file. A SHA-256 has 64 digits.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
respelled_by_rule__kid: { references: { owner: respelled_by_rule }, columns: { mail: { mask: hash } } }
-- [both]
CREATE TABLE respelled_by_rule (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE respelled_by_rule__kid (id INT PRIMARY KEY AUTO_INCREMENT, owner INT, mail VARCHAR(64), w VARCHAR(9));
-- [target]
ALTER TABLE respelled_by_rule AUTO_INCREMENT = 2;
-- [before]
INSERT INTO respelled_by_rule VALUES (1, 'p1'), (2, 'p2'), (3, 'p3');
-- [stream]
ALTER TABLE respelled_by_rule__kid CHANGE owner Owner INT, CHANGE mail Mail VARCHAR(64);
INSERT INTO respelled_by_rule__kid VALUES (1, 2, 'a@example.org', 'k1'), (2, 3, 'b@example.org', 'k2');
-- [rows]
SELECT k.w, p.n, LENGTH(k.Mail) FROM respelled_by_rule__kid k LEFT JOIN respelled_by_rule p ON p.id = k.Owner ORDER BY k.w
k1|p2|64
k2|p3|64
