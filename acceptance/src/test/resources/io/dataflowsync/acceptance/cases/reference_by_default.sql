-- A new reference has a default that is an old key, and rows of before get it
-- Use: everything without an owner goes to the first one.
-- Expected: a halt while there are rows; what its text says leads on.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE reference_by_default__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE reference_by_default__pet (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE reference_by_default__toy (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
-- [target]
ALTER TABLE reference_by_default__owner AUTO_INCREMENT = 2;
-- [before]
INSERT INTO reference_by_default__owner VALUES (1, 'owner 1'), (2, 'owner 2');
INSERT INTO reference_by_default__pet VALUES (1, 'p1'), (2, 'p2');
-- [stream]
ALTER TABLE reference_by_default__toy ADD COLUMN who INT NOT NULL DEFAULT 1, ADD CONSTRAINT hrd_toy FOREIGN KEY (who) REFERENCES reference_by_default__owner (id);
INSERT INTO reference_by_default__toy (id, n) VALUES (1, 't1');
ALTER TABLE reference_by_default__pet ADD COLUMN kept INT DEFAULT NULL AFTER id, ADD COLUMN who INT NOT NULL DEFAULT 1, ADD CONSTRAINT hrd_kept FOREIGN KEY (kept) REFERENCES reference_by_default__owner (id), ADD CONSTRAINT hrd_fk FOREIGN KEY (who) REFERENCES reference_by_default__owner (id);
INSERT INTO reference_by_default__pet VALUES (3, 1, 'p3', 2);
UPDATE reference_by_default__pet SET kept = 2 WHERE id = 1;
-- step: halted schema-change-refused: on target: DELETE FROM reference_by_default__pet
-- step: dismiss dead letters
-- step: read again: reference_by_default__pet
UPDATE reference_by_default__pet SET who = 2 WHERE id = 1;
-- [comparison]
-- [rows]
SELECT p.n, o.n FROM reference_by_default__pet p LEFT JOIN reference_by_default__owner o ON o.id = p.who ORDER BY p.n
p1|owner 2
p2|owner 1
p3|owner 2
SELECT t.n, o.n FROM reference_by_default__toy t LEFT JOIN reference_by_default__owner o ON o.id = t.who
t1|owner 1
