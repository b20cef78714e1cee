-- One UPDATE that changes the keys of all rows
-- [both]
CREATE TABLE all_keys_move (id INT PRIMARY KEY AUTO_INCREMENT, n INT);
CREATE TABLE all_keys_move__child (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, FOREIGN KEY (parent) REFERENCES all_keys_move (id) ON UPDATE CASCADE);
-- [before]
INSERT INTO all_keys_move VALUES (1, 1), (2, 2), (3, 3);
INSERT INTO all_keys_move__child VALUES (1, 1), (2, 3);
-- [stream]
UPDATE all_keys_move SET id = id + 1 ORDER BY id DESC;
UPDATE all_keys_move SET n = n * 10 WHERE id = 2;
INSERT INTO all_keys_move VALUES (1, 0);
INSERT INTO all_keys_move__child VALUES (3, 1), (4, 4);
-- [rows]
SELECT p.n FROM all_keys_move__child c JOIN all_keys_move p ON p.id = c.parent ORDER BY c.id
10
3
0
3
-- [relationships]
scenarios.all_keys_move 1 applied
scenarios.all_keys_move 2 applied
scenarios.all_keys_move 3 applied
scenarios.all_keys_move 4 applied
scenarios.all_keys_move__child 1 applied
scenarios.all_keys_move__child 2 applied
scenarios.all_keys_move__child 3 applied
scenarios.all_keys_move__child 4 applied
