-- Many changes of one row in one transaction, and a row that comes and goes in it
-- [both]
CREATE TABLE many_changes (id INT PRIMARY KEY AUTO_INCREMENT, n INT);
-- [stream]
BEGIN;
INSERT INTO many_changes VALUES (1, 1);
UPDATE many_changes SET n = 2 WHERE id = 1;
UPDATE many_changes SET n = 3 WHERE id = 1;
INSERT INTO many_changes VALUES (2, 20);
DELETE FROM many_changes WHERE id = 2;
UPDATE many_changes SET n = n WHERE id = 1;
UPDATE many_changes SET n = 4 WHERE id = 1;
COMMIT;
-- [events]
insert many_changes {"id":1,"n":1}
update many_changes {"id":1,"n":1} {"id":1,"n":2}
update many_changes {"id":1,"n":2} {"id":1,"n":3}
insert many_changes {"id":2,"n":20}
delete many_changes {"id":2,"n":20}
update many_changes {"id":1,"n":3} {"id":1,"n":4}
-- [rows]
SELECT n FROM many_changes
4
