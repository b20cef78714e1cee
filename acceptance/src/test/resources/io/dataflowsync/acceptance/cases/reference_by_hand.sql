-- A plain column becomes a reference; somebody gives the target's rows the new keys, and runs the statement there
-- Use: the target has rows of its own, which refer to its own rows, and a table that is too large to be read again.
-- Expected: a halt; done by hand, the statement counts as done.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE reference_by_hand__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE reference_by_hand__pet (id INT PRIMARY KEY AUTO_INCREMENT, who INT, n VARCHAR(9));
-- [target]
INSERT INTO reference_by_hand__owner (n) VALUES ('own');
INSERT INTO reference_by_hand__pet (who, n) VALUES (1, 'own');
-- [before]
INSERT INTO reference_by_hand__owner VALUES (1, 'owner 1'), (2, 'owner 2');
INSERT INTO reference_by_hand__pet VALUES (1, 1, 'p1'), (2, 2, 'p2');
-- [stream]
ALTER TABLE reference_by_hand__pet ADD KEY (who), ADD CONSTRAINT hrb_fk FOREIGN KEY (who) REFERENCES reference_by_hand__owner (id);
INSERT INTO reference_by_hand__pet VALUES (3, 2, 'p3');
-- step: halted schema-change-refused: on target: UPDATE reference_by_hand__pet p JOIN reference_by_hand__owner o ON o.n = CONCAT('owner ', p.who) SET p.who = o.id WHERE p.n <> 'own'
-- step: on target: ALTER TABLE reference_by_hand__pet ADD KEY (who), ADD CONSTRAINT hrb_fk FOREIGN KEY (who) REFERENCES reference_by_hand__owner (id)
UPDATE reference_by_hand__pet SET who = 2 WHERE id = 1;
-- [rows]
SELECT p.n, o.n FROM reference_by_hand__pet p LEFT JOIN reference_by_hand__owner o ON o.id = p.who WHERE p.n <> 'own' ORDER BY p.n
p1|owner 2
p2|owner 2
p3|owner 2
