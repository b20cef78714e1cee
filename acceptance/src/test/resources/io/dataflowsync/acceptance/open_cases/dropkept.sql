-- A parent is dropped with the checks off, another one takes its name, and the child is read again
-- Settings: ddl: apply
-- Pipeline: its own
-- [both]
CREATE TABLE dropkept (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE dropkept__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT h3dk2_fk FOREIGN KEY (p) REFERENCES dropkept (id));
CREATE TABLE dropkept__x (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
-- [target]
ALTER TABLE dropkept AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO dropkept VALUES (1, 'a'), (2, 'b');
INSERT INTO dropkept__kid VALUES (1, 1, 'k1'), (2, 2, 'k2');
-- [stream]
CREATE TABLE dropkept__next LIKE dropkept;
INSERT INTO dropkept__next SELECT * FROM dropkept ORDER BY id DESC;
SET foreign_key_checks = 0;
DROP TABLE dropkept;
RENAME TABLE dropkept__next TO dropkept;
SET foreign_key_checks = 1;
-- step: read again: dropkept__kid
INSERT INTO dropkept__kid VALUES (3, 1, 'k3');
-- [comparison]
-- [rows]
SELECT k.w, p.n FROM dropkept__kid k LEFT JOIN dropkept p ON p.id = k.p ORDER BY k.w
k1|a
k2|b
k3|a
