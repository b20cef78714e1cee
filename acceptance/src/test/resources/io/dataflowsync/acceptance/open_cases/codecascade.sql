-- A unique key that is referred to changes with ON UPDATE CASCADE between two children of it, behind
-- Settings: none
-- Pipeline: its own
-- [both]
CREATE TABLE codecascade (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) NOT NULL, v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE codecascade__kid (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), w VARCHAR(9), CONSTRAINT h3co_fk FOREIGN KEY (code) REFERENCES codecascade (code) ON UPDATE CASCADE);
-- [target]
ALTER TABLE codecascade AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO codecascade VALUES (1, 'a', 'first'), (2, 'b', 'second');
INSERT INTO codecascade__kid VALUES (1, 'a', 'k1'), (2, 'b', 'k2');
-- [stream]
-- step: end dpu-service
INSERT INTO codecascade__kid VALUES (3, 'b', 'k3');
UPDATE codecascade SET code = 'z' WHERE code = 'a';
UPDATE codecascade SET code = 'a' WHERE code = 'b';
INSERT INTO codecascade__kid VALUES (4, 'a', 'k4');
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM codecascade__kid k LEFT JOIN codecascade p ON p.code = k.code ORDER BY k.w
k1|first
k2|second
k3|second
k4|second
