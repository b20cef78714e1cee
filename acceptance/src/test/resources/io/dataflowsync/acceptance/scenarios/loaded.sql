-- LOAD DATA is in the binlog as rows: those that REPLACE meets are changed or come again, the others are new
-- [both]
CREATE TABLE loaded (id INT PRIMARY KEY AUTO_INCREMENT, up INT NULL, name VARCHAR(20), born DATE NULL, FOREIGN KEY (up) REFERENCES loaded (id));
-- [target]
INSERT INTO loaded VALUES (1, NULL, 'own', NULL);
-- [before]
INSERT INTO loaded VALUES (1, NULL, 'Ada', '1815-12-10');
-- [stream]
SELECT 1, NULL, 'Ada L.', NULL UNION ALL SELECT 2, 1, 'tab	and\nline', '2000-01-02' UNION ALL SELECT 3, 2, 'Čapek', '0001-01-01' INTO OUTFILE 'loaded.txt' CHARACTER SET utf8mb4;
LOAD DATA INFILE 'loaded.txt' REPLACE INTO TABLE loaded CHARACTER SET utf8mb4;
-- [rows]
SELECT HEX(p.name), p.born, u.name IS NULL FROM loaded p LEFT JOIN loaded u ON u.id = p.up ORDER BY p.id
6F776E|null|1
416461204C2E|null|1
74616209616E640A6C696E65|2000-01-02|0
C48C6170656B|0001-01-01|0
