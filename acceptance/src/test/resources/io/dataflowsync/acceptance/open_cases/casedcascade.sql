-- A text key and references to it that differ in case, behind
-- Settings: none
-- Pipeline: its own
-- [both]
CREATE TABLE casedcascade (code VARCHAR(9) NOT NULL PRIMARY KEY, v VARCHAR(9));
CREATE TABLE casedcascade__kid (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), w VARCHAR(9), CONSTRAINT h3cc_fk FOREIGN KEY (code) REFERENCES casedcascade (code) ON DELETE CASCADE);
-- [before]
INSERT INTO casedcascade VALUES ('a', 'first'), ('b', 'second');
INSERT INTO casedcascade__kid VALUES (1, 'a', 'k1'), (2, 'b', 'k2');
-- [stream]
-- step: end dpu-service
INSERT INTO casedcascade__kid VALUES (3, 'b', 'k3');
DELETE FROM casedcascade WHERE code = 'a';
INSERT INTO casedcascade VALUES ('a', 'again');
INSERT INTO casedcascade__kid VALUES (4, 'A', 'k4');
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT k.w, k.code, p.v FROM casedcascade__kid k LEFT JOIN casedcascade p ON p.code = k.code ORDER BY k.w
k2|b|second
k3|b|second
k4|A|again
