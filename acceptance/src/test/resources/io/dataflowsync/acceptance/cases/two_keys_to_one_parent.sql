-- Two foreign keys of two columns each to one parent, with the tenant in both; the target has one of them
-- Use: an order has a customer who pays and one who gets it, both of the order's tenant.
-- Expected: a halt (target-rule) at the first change that takes others along by the one that the target lacks; then the source's rows.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [source]
CREATE TABLE two_keys_to_one_parent (tenant INT, no INT, n VARCHAR(9), PRIMARY KEY (tenant, no));
CREATE TABLE two_keys_to_one_parent__order (id INT PRIMARY KEY AUTO_INCREMENT, tenant INT, bill INT, ship INT, w VARCHAR(9), CONSTRAINT two_keys_to_one_parent_bill_fk FOREIGN KEY (tenant, bill) REFERENCES two_keys_to_one_parent (tenant, no) ON DELETE CASCADE ON UPDATE CASCADE, CONSTRAINT two_keys_to_one_parent_ship_fk FOREIGN KEY (tenant, ship) REFERENCES two_keys_to_one_parent (tenant, no) ON DELETE CASCADE ON UPDATE CASCADE);
-- [target]
CREATE TABLE two_keys_to_one_parent (tenant INT, no INT, n VARCHAR(9), PRIMARY KEY (tenant, no));
CREATE TABLE two_keys_to_one_parent__order (id INT PRIMARY KEY AUTO_INCREMENT, tenant INT, bill INT, ship INT, w VARCHAR(9), CONSTRAINT two_keys_to_one_parent_bill_fk FOREIGN KEY (tenant, bill) REFERENCES two_keys_to_one_parent (tenant, no) ON DELETE CASCADE ON UPDATE CASCADE);
-- [before]
INSERT INTO two_keys_to_one_parent VALUES (1, 1, 'a'), (1, 2, 'b'), (1, 3, 'c');
INSERT INTO two_keys_to_one_parent__order VALUES (1, 1, 1, 2, 'o1'), (2, 1, 1, 3, 'o2'), (3, 1, 1, NULL, 'o3');
-- [stream]
DELETE FROM two_keys_to_one_parent WHERE tenant = 1 AND no = 2;
UPDATE two_keys_to_one_parent SET no = 33 WHERE tenant = 1 AND no = 3;
-- step: halted target-rule: on target: ALTER TABLE two_keys_to_one_parent__order ADD FOREIGN KEY (tenant, ship) REFERENCES two_keys_to_one_parent (tenant, no) ON DELETE CASCADE ON UPDATE CASCADE
-- [rows]
SELECT w, bill, ship FROM two_keys_to_one_parent__order ORDER BY w
o2|1|33
o3|1|null
