-- A foreign key by a code is added while the stream runs, then its parents are deleted and inserted again, behind
-- Use: a constraint that comes later than its tables.
-- Expected: the child of before goes with the first parent, the one of behind stays with the second.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE reference_by_code_added (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) NOT NULL, v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE reference_by_code_added__kid (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), w VARCHAR(9), KEY (code));
-- [target]
ALTER TABLE reference_by_code_added AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO reference_by_code_added VALUES (1, 'a', 'first'), (2, 'b', 'second');
INSERT INTO reference_by_code_added__kid VALUES (1, 'a', 'k1'), (2, 'b', 'k2');
-- [stream]
UPDATE reference_by_code_added SET v = 'first1' WHERE id = 1;
-- step: await applied
-- step: end dpu-service
ALTER TABLE reference_by_code_added__kid ADD CONSTRAINT names_code_since FOREIGN KEY (code) REFERENCES reference_by_code_added (code) ON DELETE CASCADE;
INSERT INTO reference_by_code_added__kid VALUES (3, 'b', 'k3');
DELETE FROM reference_by_code_added WHERE code = 'a';
INSERT INTO reference_by_code_added VALUES (3, 'a', 'again');
INSERT INTO reference_by_code_added__kid VALUES (4, 'A', 'k4');
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM reference_by_code_added__kid k LEFT JOIN reference_by_code_added p ON p.code = k.code ORDER BY k.w
k2|second
k3|second
k4|again
