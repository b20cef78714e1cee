-- A code changes by ON UPDATE CASCADE through two tables between two rows of the third, behind
-- Use: regions, shops and tills that all have the region's code.
-- Expected: each till is with the shop that had its code when the till came.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE codes_change_down_the_line (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) NOT NULL, v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE codes_change_down_the_line__shop (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), w VARCHAR(9), UNIQUE KEY (code), CONSTRAINT shop_follows_region FOREIGN KEY (code) REFERENCES codes_change_down_the_line (code) ON UPDATE CASCADE);
CREATE TABLE codes_change_down_the_line__till (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), x VARCHAR(9), CONSTRAINT till_follows_shop FOREIGN KEY (code) REFERENCES codes_change_down_the_line__shop (code) ON UPDATE CASCADE);
-- [target]
ALTER TABLE codes_change_down_the_line AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO codes_change_down_the_line VALUES (1, 'a', 'first'), (2, 'b', 'second');
INSERT INTO codes_change_down_the_line__shop VALUES (1, 'a', 's1'), (2, 'b', 's2');
INSERT INTO codes_change_down_the_line__till VALUES (1, 'a', 't1'), (2, 'b', 't2');
-- [stream]
-- step: end dpu-service
INSERT INTO codes_change_down_the_line__till VALUES (3, 'b', 't3');
UPDATE codes_change_down_the_line SET code = 'z' WHERE code = 'a';
UPDATE codes_change_down_the_line SET code = 'a' WHERE code = 'b';
INSERT INTO codes_change_down_the_line__till VALUES (4, 'a', 't4');
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT t.x, s.w, p.v FROM codes_change_down_the_line__till t LEFT JOIN codes_change_down_the_line__shop s ON s.code = t.code LEFT JOIN codes_change_down_the_line p ON p.code = s.code ORDER BY t.x
t1|s1|first
t2|s2|second
t3|s2|second
t4|s2|second
