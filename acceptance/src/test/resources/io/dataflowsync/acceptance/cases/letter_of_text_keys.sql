-- Primary keys of text change by ON UPDATE CASCADE through two tables while a row of the third is a dead letter
-- Use: countries, places in them, and streets of these.
-- Expected: the changes of the key wait behind the street; all is as in the source once that is applied.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE letter_of_text_keys (code VARCHAR(9) PRIMARY KEY, v VARCHAR(9));
CREATE TABLE letter_of_text_keys__place (code VARCHAR(9), nr INT, w VARCHAR(9), PRIMARY KEY (code, nr), CONSTRAINT place_follows_country FOREIGN KEY (code) REFERENCES letter_of_text_keys (code) ON UPDATE CASCADE ON DELETE CASCADE);
CREATE TABLE letter_of_text_keys__street (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), nr INT, x VARCHAR(20), CONSTRAINT street_follows_place FOREIGN KEY (code, nr) REFERENCES letter_of_text_keys__place (code, nr) ON UPDATE CASCADE ON DELETE CASCADE);
CREATE TABLE letter_of_text_keys__note (code VARCHAR(9), y VARCHAR(9), CONSTRAINT note_follows_country FOREIGN KEY (code) REFERENCES letter_of_text_keys (code) ON UPDATE CASCADE);
-- [target]
ALTER TABLE letter_of_text_keys__street MODIFY x VARCHAR(5);
-- [before]
INSERT INTO letter_of_text_keys VALUES ('a', 'first'), ('b', 'second');
INSERT INTO letter_of_text_keys__place VALUES ('a', 1, 'p1'), ('B', 1, 'p2');
INSERT INTO letter_of_text_keys__note VALUES ('a', 'n'), ('b', 'n');
-- [stream]
INSERT INTO letter_of_text_keys__street VALUES (1, 'A', 1, 'longer than that');
INSERT INTO letter_of_text_keys__street VALUES (2, 'b', 1, 's2');
UPDATE letter_of_text_keys SET code = 'z' WHERE code = 'a';
UPDATE letter_of_text_keys SET code = 'a' WHERE code = 'b';
INSERT INTO letter_of_text_keys__street VALUES (3, 'a', 1, 's3');
UPDATE letter_of_text_keys__place SET w = 'p2x' WHERE code = 'a';
UPDATE letter_of_text_keys__note SET y = 'nx' WHERE code = 'a';
-- step: await applied
-- step: on target: ALTER TABLE letter_of_text_keys__street MODIFY x VARCHAR(20)
-- step: replay dead letters
-- [comparison]
-- [rows]
SELECT s.x, s.code, p.w, c.v FROM letter_of_text_keys__street s LEFT JOIN letter_of_text_keys__place p ON p.code = s.code AND p.nr = s.nr LEFT JOIN letter_of_text_keys c ON c.code = p.code ORDER BY s.x
longer than that|z|p1|first
s2|a|p2x|second
s3|a|p2x|second
SELECT n.y, n.code, c.v FROM letter_of_text_keys__note n JOIN letter_of_text_keys c ON c.code = n.code ORDER BY n.y
n|z|first
nx|a|second
