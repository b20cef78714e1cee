-- A unique key that is referred to changes with ON UPDATE CASCADE between two children of it, behind
-- Use: a code is given to another row; children are added before and behind it.
-- Expected: each child is with the parent that had its code when the child came.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE codes_change_places (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) NOT NULL, v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE codes_change_places__kid (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), w VARCHAR(9), CONSTRAINT kid_follows_code FOREIGN KEY (code) REFERENCES codes_change_places (code) ON UPDATE CASCADE);
-- [target]
ALTER TABLE codes_change_places AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO codes_change_places VALUES (1, 'a', 'first'), (2, 'b', 'second');
INSERT INTO codes_change_places__kid VALUES (1, 'a', 'k1'), (2, 'b', 'k2');
-- [stream]
-- step: end dpu-service
INSERT INTO codes_change_places__kid VALUES (3, 'b', 'k3');
UPDATE codes_change_places SET code = 'z' WHERE code = 'a';
UPDATE codes_change_places SET code = 'a' WHERE code = 'b';
INSERT INTO codes_change_places__kid VALUES (4, 'a', 'k4');
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM codes_change_places__kid k LEFT JOIN codes_change_places p ON p.code = k.code ORDER BY k.w
k1|first
k2|second
k3|second
k4|second
