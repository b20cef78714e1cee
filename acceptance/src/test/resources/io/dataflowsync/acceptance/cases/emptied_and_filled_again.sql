-- ON DELETE SET NULL of two columns empties the tenant, too, and it is filled in again in the same batch
-- Use: a clerk of a tenant leaves; the foreign key empties tenant and clerk of the tickets, and the application writes the tenant back.
-- Expected: the source's rows: the tenant is there, the clerk is not.
-- Basis: the source's rows.
-- Settings: none
-- [both]
CREATE TABLE emptied_and_filled_again (tenant INT, no INT, n VARCHAR(9), PRIMARY KEY (tenant, no));
CREATE TABLE emptied_and_filled_again__ticket (id INT PRIMARY KEY AUTO_INCREMENT, tenant INT, clerk INT, w VARCHAR(9), CONSTRAINT emptied_and_filled_fk FOREIGN KEY (tenant, clerk) REFERENCES emptied_and_filled_again (tenant, no) ON DELETE SET NULL);
-- [target]
ALTER TABLE emptied_and_filled_again__ticket AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO emptied_and_filled_again VALUES (5, 1, 'a'), (5, 2, 'b');
INSERT INTO emptied_and_filled_again__ticket VALUES (1, 5, 1, 't1'), (2, 5, 1, 't2'), (9, 5, 1, 't9');
-- [stream]
-- step: end dpu-service
BEGIN;
UPDATE emptied_and_filled_again__ticket SET clerk = 2 WHERE id = 9;
DELETE FROM emptied_and_filled_again WHERE tenant = 5 AND no = 1;
UPDATE emptied_and_filled_again__ticket SET tenant = 5 WHERE id = 1;
UPDATE emptied_and_filled_again__ticket SET clerk = 2 WHERE id = 2;
COMMIT;
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT w, tenant, clerk FROM emptied_and_filled_again__ticket ORDER BY w
t1|5|null
t2|null|2
t9|5|2
