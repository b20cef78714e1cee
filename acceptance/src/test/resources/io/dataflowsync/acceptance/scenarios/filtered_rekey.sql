-- A filtered row whose key changes is found by the new one, whether it is on the target meanwhile or not; who names the key that was, and
-- is not changed with it by the source, names nobody
-- [pipeline]
filtered_rekey: { filter: "wanted == 1" }
filtered_rekey__child: { references: { p_id: filtered_rekey } }
-- [both]
CREATE TABLE filtered_rekey (id INT PRIMARY KEY AUTO_INCREMENT, wanted INT);
CREATE TABLE filtered_rekey__child (id INT PRIMARY KEY AUTO_INCREMENT, p_id INT);
-- [before]
INSERT INTO filtered_rekey VALUES (1, 1), (2, 0);
INSERT INTO filtered_rekey__child VALUES (1, 1);
-- [stream]
UPDATE filtered_rekey SET wanted = 0 WHERE id = 1;
UPDATE filtered_rekey SET id = 11 WHERE id = 1;
UPDATE filtered_rekey SET id = 111, wanted = 1 WHERE id = 11;
UPDATE filtered_rekey SET id = 22, wanted = 1 WHERE id = 2;
UPDATE filtered_rekey SET id = 222, wanted = 0 WHERE id = 22;
INSERT INTO filtered_rekey__child VALUES (2, 111);
-- [rows]
SELECT COUNT(*) FROM filtered_rekey
1
SELECT c.id FROM filtered_rekey__child c JOIN filtered_rekey p ON p.id = c.p_id
2
-- [relationships]
scenarios.filtered_rekey 1 deleted
scenarios.filtered_rekey 22 deleted
scenarios.filtered_rekey 111 applied
scenarios.filtered_rekey__child 1 applied
scenarios.filtered_rekey__child 2 applied
