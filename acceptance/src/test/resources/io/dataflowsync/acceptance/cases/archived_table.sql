-- Tables that only look like those of online schema changes
-- Use: an archive called `_orders_old` next to `orders`, full of rows, there long before the pipeline starts.
-- Expected: MySQL's own replication carries them. Leaving them out is documented (docs/schema-changes.md), so the rows stay as below
-- until the pipeline file names the tables. But each table that is left out at the start must be named, in the log and in the
-- status.
-- Basis: by reasoning, from the documentation.
-- Settings: none
-- [both]
CREATE TABLE archived_table (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
CREATE TABLE _archived_table_old (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
CREATE TABLE _archived_table_new (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
-- [before]
INSERT INTO archived_table VALUES (1, 1);
INSERT INTO _archived_table_old VALUES (1, 1);
INSERT INTO _archived_table_new VALUES (1, 1);
-- [stream]
INSERT INTO _archived_table_old VALUES (2, 2);
INSERT INTO archived_table VALUES (2, 2);
-- [said]
_archived_table_old
_archived_table_new
-- [rows]
SELECT v FROM archived_table ORDER BY v
1
2
SELECT v FROM _archived_table_old
SELECT v FROM _archived_table_new
