-- A parent found by a unique key is deleted, with ON DELETE SET NULL, and inserted again between two changes of its children, behind
-- Use: a child is given to the parent that took the code of its former one.
-- Expected: who refers to the code behind the delete keeps it.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE parent_by_code_emptied (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) NOT NULL, v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE parent_by_code_emptied__kid (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), w VARCHAR(9), CONSTRAINT kid_names_code_or_none FOREIGN KEY (code) REFERENCES parent_by_code_emptied (code) ON DELETE SET NULL);
-- [target]
ALTER TABLE parent_by_code_emptied AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO parent_by_code_emptied VALUES (1, 'a', 'first'), (2, 'b', 'second');
INSERT INTO parent_by_code_emptied__kid VALUES (1, 'a', 'k1'), (2, NULL, 'k2');
-- [stream]
-- step: end dpu-service
UPDATE parent_by_code_emptied__kid SET code = 'b' WHERE id = 2;
DELETE FROM parent_by_code_emptied WHERE code = 'a';
INSERT INTO parent_by_code_emptied VALUES (3, 'a', 'again');
UPDATE parent_by_code_emptied__kid SET code = 'a' WHERE id = 1;
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM parent_by_code_emptied__kid k LEFT JOIN parent_by_code_emptied p ON p.code = k.code ORDER BY k.w
k1|again
k2|second
