-- A column gets another collation, and with it other values of a column that is computed from it, or another word that tells a reference
-- Use: utf8mb4_bin becomes utf8mb4_general_ci (or back) so that a search finds more; CONVERT TO CHARACTER SET utf8mb4 COLLATE … does the same to a whole table.
-- Expected: a halt at either statement: the filter is made of values that the source has changed in no event; and 'post' is the word 'Post' before the statement and not behind it, so that its column would have old keys and new ones.
-- Basis: the source's rows; what a snapshot makes of them.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
recollated: { filter: "is_a == 1" }
recollated__told: { references: { subject: { by: kind, tables: { Post: recollated__post } } } }
-- [both]
CREATE TABLE recollated (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, is_a INT AS (v = 'a') VIRTUAL);
CREATE TABLE recollated__post (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE recollated__told (id INT PRIMARY KEY AUTO_INCREMENT, kind VARCHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci, subject INT, w VARCHAR(9));
-- [target]
ALTER TABLE recollated__post AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO recollated (id, v) VALUES (1, 'a'), (2, 'A'), (3, 'b');
INSERT INTO recollated__post VALUES (1, 'p1'), (2, 'p2');
INSERT INTO recollated__told VALUES (1, 'Post', 1, 'w1'), (2, 'post', 2, 'w2');
-- [stream]
ALTER TABLE recollated MODIFY v VARCHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;
-- step: halted schema-change-refused: on target: DELETE FROM recollated
-- step: await applied
-- step: dismiss dead letters
-- step: read again: recollated
ALTER TABLE recollated__told MODIFY kind VARCHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
INSERT INTO recollated__told VALUES (3, 'post', 2, 'w3');
-- step: halted schema-change-refused: on target: DELETE FROM recollated__told
-- step: await applied
-- step: dismiss dead letters
-- step: read again: recollated__told
-- [rows]
SELECT v FROM recollated ORDER BY HEX(v) DESC
a
A
SELECT t.w, p.n FROM recollated__told t LEFT JOIN recollated__post p ON p.id = t.subject WHERE BINARY t.kind = 'Post'
w1|p1
SELECT w, subject FROM recollated__told WHERE BINARY kind = 'post' ORDER BY w
w2|2
w3|2
