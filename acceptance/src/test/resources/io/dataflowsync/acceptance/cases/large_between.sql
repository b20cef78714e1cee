-- Rows with large texts come and go between changes of their keys, their unique values and their children, in one batch, behind
-- Use: documents of some hundred thousand characters; large rows keep their place among the others.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE large_between (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), body MEDIUMTEXT, n INT, UNIQUE KEY (code));
CREATE TABLE large_between__kid (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), w VARCHAR(9), CONSTRAINT lab_1 FOREIGN KEY (code) REFERENCES large_between (code) ON DELETE CASCADE ON UPDATE CASCADE);
-- [target]
ALTER TABLE large_between AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO large_between VALUES (1, 'a', 'small', 1), (2, 'b', REPEAT('b', 300000), 2);
INSERT INTO large_between__kid VALUES (1, 'a', 'k1'), (2, 'b', 'k2');
-- [stream]
-- step: end dpu-service
UPDATE large_between SET n = 11 WHERE id = 1;
UPDATE large_between SET body = REPEAT('x', 300000) WHERE id = 1;
UPDATE large_between SET n = 12, body = 'y' WHERE id = 1;
DELETE FROM large_between WHERE id = 2;
INSERT INTO large_between VALUES (2, 'b', REPEAT('c', 400000), 22);
UPDATE large_between SET n = 23 WHERE id = 2;
INSERT INTO large_between__kid VALUES (3, 'b', 'k3');
UPDATE large_between SET code = 'z' WHERE id = 1;
UPDATE large_between SET code = 'a', body = REPEAT('d', 300000) WHERE id = 2;
UPDATE large_between SET code = 'b' WHERE id = 1;
INSERT INTO large_between__kid VALUES (4, 'a', 'k4');
INSERT INTO large_between VALUES (3, 'gone', REPEAT('g', 300000), 3);
INSERT INTO large_between__kid VALUES (5, 'gone', 'k5');
DELETE FROM large_between WHERE id = 3;
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT k.w, k.code, p.n FROM large_between__kid k LEFT JOIN large_between p ON p.code = k.code ORDER BY k.w
k1|b|12
k3|a|23
k4|a|23
SELECT code, n, LENGTH(body), LEFT(body, 1) FROM large_between ORDER BY n
b|12|1|y
a|23|300000|d
