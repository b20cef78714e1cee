-- REPLACE of rows that refer to themselves and each other, checks off and on, and ON DUPLICATE KEY UPDATE of keys
-- Use: an import that overwrites a tree.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- [both]
CREATE TABLE self_replaced (id INT PRIMARY KEY AUTO_INCREMENT, boss INT, u VARCHAR(9) UNIQUE, v INT NOT NULL DEFAULT 0, at TIMESTAMP NULL ON UPDATE CURRENT_TIMESTAMP, CONSTRAINT csr_fk FOREIGN KEY (boss) REFERENCES self_replaced (id) ON DELETE CASCADE);
-- [target]
ALTER TABLE self_replaced AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO self_replaced (id, boss, u) VALUES (1, NULL, 'a'), (2, 1, 'b'), (3, 2, 'c'), (4, NULL, 'd'), (5, 4, 'e'), (6, NULL, 'f');
-- [stream]
SET foreign_key_checks = 0;
REPLACE INTO self_replaced (id, boss, u, v) VALUES (1, 1, 'a', 5);
REPLACE INTO self_replaced (id, boss, u, v) VALUES (7, 5, 'd', 6);
REPLACE INTO self_replaced (id, boss, u, v) VALUES (2, 3, 'c', 7);
SET foreign_key_checks = 1;
INSERT INTO self_replaced (id, boss, u, v) VALUES (9, 1, 'e', 1) ON DUPLICATE KEY UPDATE v = v + 10, boss = 7;
INSERT INTO self_replaced (id, boss, u, v) VALUES (6, 1, 'zz', 1) ON DUPLICATE KEY UPDATE id = 16, u = 'ff';
INSERT INTO self_replaced (id, boss, u) VALUES (3, 5, 'h'), (4, 3, 'i');
DELETE FROM self_replaced WHERE id = 5;
UPDATE self_replaced SET boss = id WHERE boss IS NULL;
-- [rows]
SELECT t.u, t.v, b.u FROM self_replaced t LEFT JOIN self_replaced b ON b.id = t.boss ORDER BY t.u
a|5|a
ff|0|ff
