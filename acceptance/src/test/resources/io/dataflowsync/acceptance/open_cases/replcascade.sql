-- A parent found by a unique key is deleted and inserted again between two children of it, behind
-- Settings: none
-- Pipeline: its own
-- [both]
CREATE TABLE replcascade (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) NOT NULL, v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE replcascade__kid (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), w VARCHAR(9), CONSTRAINT h3rc_fk FOREIGN KEY (code) REFERENCES replcascade (code) ON DELETE CASCADE);
-- [target]
ALTER TABLE replcascade AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO replcascade VALUES (1, 'a', 'first'), (2, 'b', 'second');
INSERT INTO replcascade__kid VALUES (1, 'a', 'k1'), (2, 'b', 'k2');
-- [stream]
-- step: end dpu-service
INSERT INTO replcascade__kid VALUES (3, 'b', 'k3');
DELETE FROM replcascade WHERE code = 'a';
INSERT INTO replcascade VALUES (3, 'a', 'again');
INSERT INTO replcascade__kid VALUES (4, 'a', 'k4');
UPDATE replcascade__kid SET w = 'k3x' WHERE id = 3;
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM replcascade__kid k LEFT JOIN replcascade p ON p.code = k.code ORDER BY k.w
k2|second
k3x|second
k4|again
