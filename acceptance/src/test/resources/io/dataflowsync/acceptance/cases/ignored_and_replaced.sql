-- UPDATE, INSERT and DELETE IGNORE, and REPLACE, of a parent whose keyless children cascade
-- Use: what the source left out is in no event.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- [both]
CREATE TABLE ignored_and_replaced (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), u VARCHAR(9) UNIQUE);
CREATE TABLE ignored_and_replaced__kid (p INT, w VARCHAR(9), CONSTRAINT cvi_fk FOREIGN KEY (p) REFERENCES ignored_and_replaced (id) ON DELETE CASCADE ON UPDATE CASCADE);
-- [target]
ALTER TABLE ignored_and_replaced AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO ignored_and_replaced VALUES (1, 'a', 'ua'), (2, 'b', 'ub'), (3, 'c', 'uc');
INSERT INTO ignored_and_replaced__kid VALUES (1, 'k1'), (1, 'k1'), (2, 'k2'), (3, 'k3'), (NULL, 'k4');
-- [stream]
UPDATE IGNORE ignored_and_replaced SET id = 2, v = 'x' WHERE id = 1;
UPDATE IGNORE ignored_and_replaced SET u = 'ub' WHERE id IN (1, 3) ORDER BY id;
UPDATE ignored_and_replaced SET id = 9 WHERE id = 1;
DELETE FROM ignored_and_replaced__kid WHERE p = 9 LIMIT 1;
UPDATE ignored_and_replaced__kid SET w = 'k1x' WHERE p = 9;
INSERT IGNORE INTO ignored_and_replaced__kid VALUES (77, 'none'), (9, 'k9');
DELETE IGNORE FROM ignored_and_replaced WHERE id = 2;
REPLACE INTO ignored_and_replaced VALUES (9, 'a9', 'uc');
INSERT INTO ignored_and_replaced__kid SELECT id, v FROM ignored_and_replaced;
-- [comparison]
-- [rows]
SELECT k.w, p.v, p.u FROM ignored_and_replaced__kid k LEFT JOIN ignored_and_replaced p ON p.id = k.p ORDER BY k.w
a9|a9|uc
k4|null|null
SELECT v, u FROM ignored_and_replaced ORDER BY v
a9|uc
