-- A unique value that a row of the target's own has already: a dead letter, and the target's row stays
-- [both]
CREATE TABLE taken_on_target (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) UNIQUE, whose VARCHAR(9));
-- [target]
INSERT INTO taken_on_target VALUES (1, 'A', 'target');
-- [stream]
INSERT INTO taken_on_target VALUES (1, 'A', 'source'), (2, 'B', 'source');
-- [dead]
taken_on_target 1 dead Duplicate entry 'A' for key 'code'
-- [rows]
SELECT code, whose FROM taken_on_target ORDER BY code
A|target
B|source
