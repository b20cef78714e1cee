-- A code by which children name their parent is computed by both servers, and numbers name others, behind
-- Use: codes that are made of other columns; numbers of documents.
-- Expected: the child of before goes with the first parent, the one of behind stays with the second.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE code_is_computed (id INT PRIMARY KEY AUTO_INCREMENT, base VARCHAR(9), code VARCHAR(9) AS (LOWER(base)) STORED, v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE code_is_computed__kid (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), w VARCHAR(9), CONSTRAINT kid_names_computed FOREIGN KEY (code) REFERENCES code_is_computed (code) ON DELETE CASCADE);
CREATE TABLE code_is_computed__bill (id INT PRIMARY KEY AUTO_INCREMENT, no INT UNSIGNED, v VARCHAR(9), UNIQUE KEY (no));
CREATE TABLE code_is_computed__item (id INT PRIMARY KEY AUTO_INCREMENT, no INT UNSIGNED, w VARCHAR(9), CONSTRAINT item_names_number FOREIGN KEY (no) REFERENCES code_is_computed__bill (no) ON DELETE CASCADE);
-- [target]
ALTER TABLE code_is_computed AUTO_INCREMENT = 1001;
ALTER TABLE code_is_computed__bill AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO code_is_computed (id, base, v) VALUES (1, 'A', 'first'), (2, 'B', 'second');
INSERT INTO code_is_computed__kid VALUES (1, 'a', 'k1'), (2, 'b', 'k2');
INSERT INTO code_is_computed__bill VALUES (1, 7, 'first'), (2, 8, 'second');
INSERT INTO code_is_computed__item VALUES (1, 7, 'k1'), (2, 8, 'k2');
-- [stream]
-- step: end dpu-service
INSERT INTO code_is_computed__kid VALUES (3, 'b', 'k3');
INSERT INTO code_is_computed__item VALUES (3, 8, 'k3');
DELETE FROM code_is_computed WHERE id = 1;
DELETE FROM code_is_computed__bill WHERE id = 1;
INSERT INTO code_is_computed (id, base, v) VALUES (3, 'a', 'again');
INSERT INTO code_is_computed__bill VALUES (3, 7, 'again');
INSERT INTO code_is_computed__kid VALUES (4, 'A', 'k4');
INSERT INTO code_is_computed__item VALUES (4, 7, 'k4');
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM code_is_computed__kid k LEFT JOIN code_is_computed p ON p.code = k.code ORDER BY k.w
k2|second
k3|second
k4|again
SELECT k.w, p.v FROM code_is_computed__item k LEFT JOIN code_is_computed__bill p ON p.no = k.no ORDER BY k.w
k2|second
k3|second
k4|again
