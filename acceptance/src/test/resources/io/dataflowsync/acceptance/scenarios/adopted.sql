-- Rows of the target that are the source's already are taken over by a natural key, in the snapshot and later
-- [pipeline]
adopted: { adopt: { match: [mail] }, columns: { mail: email } }
-- [source]
CREATE TABLE adopted (id INT PRIMARY KEY AUTO_INCREMENT, mail VARCHAR(20) NULL, name VARCHAR(9), chief INT NULL, FOREIGN KEY (chief) REFERENCES adopted (id));
-- [target]
CREATE TABLE adopted (id INT PRIMARY KEY AUTO_INCREMENT, email VARCHAR(20) NULL, name VARCHAR(9), chief INT NULL, KEY (email), FOREIGN KEY (chief) REFERENCES adopted (id) ON DELETE SET NULL);
INSERT INTO adopted VALUES (101, 'a@x', 'old', NULL), (102, 'b@x', 'old', NULL), (103, 'c@x', 'old', NULL), (104, 'd@x', 'twice', NULL), (105, 'd@x', 'twice', NULL), (106, NULL, 'own', NULL), (107, 'z@x', 'own', NULL), (108, 'e@x', 'old', NULL);
-- [before]
INSERT INTO adopted VALUES (1, 'a@x', 'Ada', NULL), (2, 'B@X', 'Bob', 1), (3, NULL, 'null', 2), (4, 'n@x', 'new', 2);
-- [stream]
INSERT INTO adopted VALUES (5, 'c@x', 'Cy', 3);
UPDATE adopted SET name = 'Cyd' WHERE id = 5;
INSERT INTO adopted VALUES (6, 'd@x', 'Dee', NULL);
INSERT INTO adopted VALUES (7, 'a@x', 'taken', NULL);
INSERT INTO adopted VALUES (8, 'e@x', 'Eve', 5), (9, 'o@x', 'other', 8);
DELETE FROM adopted WHERE id = 9;
DELETE FROM adopted WHERE id = 8;
INSERT INTO adopted VALUES (8, 'f@x', 'again', NULL);
INSERT INTO adopted VALUES (10, 'g@x', 'G', NULL);
UPDATE adopted SET mail = 'h@x' WHERE id = 10;
INSERT INTO adopted VALUES (11, 'g@x', 'G too', 10);
-- [rows]
SELECT p.id < 109, p.email, p.name, c.name FROM adopted p LEFT JOIN adopted c ON c.id = p.chief ORDER BY p.email, p.name
0|null|null|Bob
1|null|own|null
1|a@x|Ada|null
1|B@X|Bob|Ada
1|c@x|Cyd|null
1|d@x|twice|null
1|d@x|twice|null
1|f@x|again|null
0|g@x|G too|G
0|h@x|G|null
0|n@x|new|Bob
1|z@x|own|null
-- [relationships]
scenarios.adopted 1 applied
scenarios.adopted 2 applied
scenarios.adopted 3 applied
scenarios.adopted 4 applied
scenarios.adopted 5 applied
scenarios.adopted 8 applied
scenarios.adopted 9 deleted
scenarios.adopted 10 applied
scenarios.adopted 11 applied
-- [dead]
adopted 6 dead rows [104, 105] of the target's scenarios_copy.adopted match it
adopted 7 dead row 101 of the target's scenarios_copy.adopted matches it, and is that of scenarios.adopted 1
