-- A table is read again while what the stream brings of it waits: keys change, rows go and come again under their keys
-- Use: somebody asks for a snapshot while dpu-service is behind.
-- Expected: the source's rows, and each reference means the row that it means at the source.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
read_again_in_motion__soft: { references: { p: read_again_in_motion } }
-- [both]
CREATE TABLE read_again_in_motion (id INT PRIMARY KEY AUTO_INCREMENT, u VARCHAR(9) UNIQUE, v VARCHAR(9));
CREATE TABLE read_again_in_motion__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT raim_fk FOREIGN KEY (p) REFERENCES read_again_in_motion (id) ON UPDATE CASCADE ON DELETE SET NULL);
CREATE TABLE read_again_in_motion__soft (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9));
-- [target]
ALTER TABLE read_again_in_motion AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO read_again_in_motion VALUES (1, 'x', 'a'), (2, 'y', 'b'), (3, 'z', 'c'), (4, 'q', 'd');
INSERT INTO read_again_in_motion__kid VALUES (1, 1, 'k1'), (2, 2, 'k2'), (3, 3, 'k3'), (4, 4, 'k4');
INSERT INTO read_again_in_motion__soft VALUES (1, 1, 's1'), (2, 2, 's2'), (3, 3, 's3'), (4, 4, 's4');
-- [stream]
-- step: await applied
-- step: end dpu-service
UPDATE read_again_in_motion SET id = 7 WHERE id = 1;
INSERT INTO read_again_in_motion VALUES (1, 'w', 'new one');
DELETE FROM read_again_in_motion WHERE id = 2;
INSERT INTO read_again_in_motion VALUES (2, 'y', 'again');
INSERT INTO read_again_in_motion__kid VALUES (5, 1, 'k5'), (6, 2, 'k6');
-- step: read again: read_again_in_motion
UPDATE read_again_in_motion SET id = 8 WHERE id = 3;
UPDATE read_again_in_motion SET id = 3 WHERE id = 4;
DELETE FROM read_again_in_motion WHERE id = 7;
INSERT INTO read_again_in_motion__soft VALUES (5, 3, 's5'), (6, 8, 's6'), (7, 1, 's7');
-- step: read again: read_again_in_motion__soft
UPDATE read_again_in_motion SET v = 'last' WHERE id = 8;
-- step: start dpu-service
-- step: await applied
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM read_again_in_motion__kid k LEFT JOIN read_again_in_motion p ON p.id = k.p ORDER BY k.w
k1|null
k2|null
k3|last
k4|d
k5|new one
k6|again
SELECT s.w, p.v FROM read_again_in_motion__soft s LEFT JOIN read_again_in_motion p ON p.id = s.p ORDER BY s.w
s1|new one
s2|again
s3|d
s4|null
s5|d
s6|last
s7|new one
