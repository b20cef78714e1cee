-- A row is a dead letter while the code that it has changes by ON UPDATE CASCADE through two tables
-- Use: regions, shops and tills that all have the region's code.
-- Expected: the changes of the code wait behind the till; all is as in the source once that is applied.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE letter_down_the_line (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) NOT NULL, v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE letter_down_the_line__shop (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), w VARCHAR(9), UNIQUE KEY (code), CONSTRAINT letter_shop_follows_region FOREIGN KEY (code) REFERENCES letter_down_the_line (code) ON UPDATE CASCADE);
CREATE TABLE letter_down_the_line__till (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), x VARCHAR(20), CONSTRAINT letter_till_follows_shop FOREIGN KEY (code) REFERENCES letter_down_the_line__shop (code) ON UPDATE CASCADE);
-- [target]
ALTER TABLE letter_down_the_line AUTO_INCREMENT = 1001;
ALTER TABLE letter_down_the_line__till MODIFY x VARCHAR(5);
-- [before]
INSERT INTO letter_down_the_line VALUES (1, 'a', 'first'), (2, 'b', 'second');
INSERT INTO letter_down_the_line__shop VALUES (1, 'a', 's1'), (2, 'b', 's2');
-- [stream]
INSERT INTO letter_down_the_line__till VALUES (1, 'a', 'longer than that');
UPDATE letter_down_the_line SET code = 'z' WHERE code = 'a';
UPDATE letter_down_the_line SET code = 'a' WHERE code = 'b';
INSERT INTO letter_down_the_line__till VALUES (2, 'a', 't2');
-- step: await applied
-- step: on target: ALTER TABLE letter_down_the_line__till MODIFY x VARCHAR(20)
-- step: replay dead letters
-- [comparison]
-- [rows]
SELECT t.x, s.w, p.v FROM letter_down_the_line__till t LEFT JOIN letter_down_the_line__shop s ON s.code = t.code LEFT JOIN letter_down_the_line p ON p.code = s.code ORDER BY t.x
longer than that|s1|first
t2|s2|second
