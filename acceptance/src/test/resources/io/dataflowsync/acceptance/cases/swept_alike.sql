-- Two tables whose names differ in case alone are read again together, and a row of the one is gone whose key the other has
-- Use: parts and Parts; a row was deleted with sql_log_bin = 0.
-- Expected: the row is gone.
-- Basis: the source's rows.
-- Settings: none
-- [both]
CREATE TABLE swept_alike__part (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE swept_alike__Part (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT swept_alike_fk FOREIGN KEY (p) REFERENCES swept_alike__part (id) ON DELETE CASCADE);
-- [target]
ALTER TABLE swept_alike__part AUTO_INCREMENT = 1001;
ALTER TABLE swept_alike__Part AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO swept_alike__part VALUES (1, 'one'), (2, 'two'), (3, 'three');
INSERT INTO swept_alike__Part VALUES (1, 1, 'k1'), (2, 1, 'k2'), (3, 3, 'k3');
-- [stream]
-- step: await applied
SET SESSION sql_log_bin = 0;
DELETE FROM swept_alike__part WHERE id = 2;
SET SESSION sql_log_bin = 1;
-- step: read again: swept_alike__part
UPDATE swept_alike__part SET v = 'uno' WHERE id = 1;
-- [rows]
SELECT v FROM swept_alike__part ORDER BY v
three
uno
SELECT k.w, p.v FROM swept_alike__Part k JOIN swept_alike__part p ON p.id = k.p ORDER BY k.w
k1|uno
k2|uno
k3|three
