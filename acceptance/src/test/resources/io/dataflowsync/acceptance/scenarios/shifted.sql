-- Keys are moved by a fixed number, and references with them
-- [pipeline]
shifted: { identity: { offset: 5000 } }
-- [both]
CREATE TABLE shifted (id BIGINT PRIMARY KEY AUTO_INCREMENT, up BIGINT NULL, FOREIGN KEY (up) REFERENCES shifted (id));
-- [before]
INSERT INTO shifted VALUES (1, NULL), (2, 1);
-- [stream]
INSERT INTO shifted VALUES (3, 2);
DELETE FROM shifted WHERE id = 3;
UPDATE shifted SET up = NULL WHERE id = 2;
INSERT INTO shifted VALUES (4, 1);
-- [rows]
SELECT id, up FROM shifted ORDER BY id
5001|null
5002|null
5004|5001
