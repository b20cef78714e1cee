-- Cascades from a table that is not captured
-- Settings: none
-- Pipeline: its own
-- [pipeline]
skippedcascade__top: { skip: true }
-- [source]
CREATE TABLE skippedcascade__top (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE skippedcascade (id INT PRIMARY KEY AUTO_INCREMENT, t INT, n VARCHAR(9), CONSTRAINT h3sc_fk FOREIGN KEY (t) REFERENCES skippedcascade__top (id) ON DELETE CASCADE ON UPDATE CASCADE);
-- [target]
CREATE TABLE skippedcascade (id INT PRIMARY KEY AUTO_INCREMENT, t INT, n VARCHAR(9));
-- [before]
INSERT INTO skippedcascade__top VALUES (1, 'a'), (2, 'b');
INSERT INTO skippedcascade VALUES (1, 1, 'x'), (2, 2, 'y');
-- [stream]
DELETE FROM skippedcascade__top WHERE id = 1;
UPDATE skippedcascade__top SET id = 9 WHERE id = 2;
-- [comparison]
-- [rows]
SELECT n, t FROM skippedcascade ORDER BY n
y|9
