-- The code that children refer to never leaves the source, and changes; the children follow by ON UPDATE CASCADE
-- Use: the code is a secret in the parent, { drop: true }, and the children have it as a plain text.
-- Expected: a stop before the change, since the source changes the children in no event. Read again, the source's rows.
-- Basis: the source's rows. "What goes along goes along on the target, too."
-- Settings: none
-- Pipeline: its own
-- [pipeline]
dropped_code_cascades: { columns: { code: { drop: true } } }
-- [source]
CREATE TABLE dropped_code_cascades (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) NOT NULL, n VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE dropped_code_cascades__kid (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), w VARCHAR(9), CONSTRAINT dropped_code_cascades_fk FOREIGN KEY (code) REFERENCES dropped_code_cascades (code) ON UPDATE CASCADE);
-- [target]
CREATE TABLE dropped_code_cascades (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9)) AUTO_INCREMENT = 1001;
CREATE TABLE dropped_code_cascades__kid (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), w VARCHAR(9)) AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO dropped_code_cascades VALUES (1, 'a', 'p1'), (2, 'b', 'p2');
INSERT INTO dropped_code_cascades__kid VALUES (1, 'a', 'k1'), (2, 'b', 'k2');
-- [stream]
UPDATE dropped_code_cascades SET code = 'z' WHERE id = 1;
INSERT INTO dropped_code_cascades__kid VALUES (3, 'z', 'k3');
-- [or said]
source-cascade
-- [rows]
SELECT w, code FROM dropped_code_cascades__kid ORDER BY w
k1|z
k2|b
k3|z
