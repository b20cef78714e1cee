-- The target's key is of a small type, and its numbers are used up
-- Use: a TINYINT that was enough for the source's numbers; the target's own rows have the first of them. People do what the text says.
-- Expected: the lane waits until the key, and what refers to it, has a larger type on the target; then the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE keys_used_up (id TINYINT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE keys_used_up__kid (id INT PRIMARY KEY AUTO_INCREMENT, p TINYINT, w VARCHAR(9), CONSTRAINT kuu_1 FOREIGN KEY (p) REFERENCES keys_used_up (id) ON DELETE CASCADE);
-- [target]
ALTER TABLE keys_used_up AUTO_INCREMENT = 124;
-- [before]
INSERT INTO keys_used_up VALUES (1, 'a'), (2, 'b');
INSERT INTO keys_used_up__kid VALUES (1, 1, 'k1');
-- [stream]
-- step: await applied
INSERT INTO keys_used_up VALUES (3, 'c'), (4, 'd'), (5, 'e'), (6, 'f'), (-1, 'minus');
INSERT INTO keys_used_up__kid VALUES (2, 6, 'k2'), (3, -1, 'k3'), (4, 2, 'k4');
SELECT SLEEP(3);
-- step: on target: ALTER TABLE keys_used_up__kid DROP FOREIGN KEY kuu_1
-- step: on target: ALTER TABLE keys_used_up__kid MODIFY p INT
-- step: on target: ALTER TABLE keys_used_up MODIFY id INT AUTO_INCREMENT
-- step: on target: ALTER TABLE keys_used_up__kid ADD CONSTRAINT kuu_1 FOREIGN KEY (p) REFERENCES keys_used_up (id) ON DELETE CASCADE
-- step: await applied
DELETE FROM keys_used_up WHERE id = 2;
-- [comparison]
-- [rows]
SELECT v FROM keys_used_up ORDER BY v
a
c
d
e
f
minus
SELECT k.w, p.v FROM keys_used_up__kid k LEFT JOIN keys_used_up p ON p.id = k.p ORDER BY k.w
k1|a
k2|f
k3|minus
