-- A parent found by a unique key is deleted and inserted again between two children of it, behind
-- Use: codes, not keys, tie the tables; a row is replaced by DELETE and INSERT.
-- Expected: the child of before goes with the first parent, the one of behind stays with the second.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE parent_by_code_replaced (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) NOT NULL, v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE parent_by_code_replaced__kid (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), w VARCHAR(9), CONSTRAINT kid_names_code FOREIGN KEY (code) REFERENCES parent_by_code_replaced (code) ON DELETE CASCADE);
-- [target]
ALTER TABLE parent_by_code_replaced AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO parent_by_code_replaced VALUES (1, 'a', 'first'), (2, 'b', 'second');
INSERT INTO parent_by_code_replaced__kid VALUES (1, 'a', 'k1'), (2, 'b', 'k2');
-- [stream]
-- step: end dpu-service
INSERT INTO parent_by_code_replaced__kid VALUES (3, 'b', 'k3');
DELETE FROM parent_by_code_replaced WHERE code = 'a';
INSERT INTO parent_by_code_replaced VALUES (3, 'a', 'again');
INSERT INTO parent_by_code_replaced__kid VALUES (4, 'a', 'k4');
UPDATE parent_by_code_replaced__kid SET w = 'k3x' WHERE id = 3;
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM parent_by_code_replaced__kid k LEFT JOIN parent_by_code_replaced p ON p.code = k.code ORDER BY k.w
k2|second
k3x|second
k4|again
