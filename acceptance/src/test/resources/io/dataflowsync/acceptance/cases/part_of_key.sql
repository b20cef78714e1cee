-- A foreign key to part of a key, and that part is a reference itself
-- Use: tenants, units numbered per tenant, and notes that refer to the tenant by way of the units.
-- Expected: the rows below, and no difference in the comparison (verify, demo, rehearse, fire).
-- Basis: run with MySQL's own replication, 5.7 to 8.0 (there id > 1000 is 0: the keys are the old ones).
-- Settings: none
-- [both]
CREATE TABLE part_of_key (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
CREATE TABLE part_of_key__unit (tenant INT, no INT, v INT, PRIMARY KEY (tenant, no), FOREIGN KEY (tenant) REFERENCES part_of_key (id));
CREATE TABLE part_of_key__note (id INT PRIMARY KEY AUTO_INCREMENT, tenant INT, FOREIGN KEY (tenant) REFERENCES part_of_key__unit (tenant));
-- [target]
ALTER TABLE part_of_key AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO part_of_key VALUES (1, 10), (2, 20);
INSERT INTO part_of_key__unit VALUES (1, 1, 11), (2, 1, 21);
INSERT INTO part_of_key__note VALUES (1, 2);
-- [stream]
INSERT INTO part_of_key__note VALUES (2, 1);
-- [comparison]
-- [rows]
SELECT t.id > 1000, t.v FROM part_of_key__note n JOIN part_of_key t ON t.id = n.tenant ORDER BY t.v
1|10
1|20
