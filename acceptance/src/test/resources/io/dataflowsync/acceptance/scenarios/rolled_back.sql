-- What is rolled back never comes
-- [both]
CREATE TABLE rolled_back (id INT PRIMARY KEY AUTO_INCREMENT, n INT);
-- [stream]
BEGIN;
INSERT INTO rolled_back VALUES (1, 1);
ROLLBACK;
BEGIN;
INSERT INTO rolled_back VALUES (2, 2);
SAVEPOINT here;
INSERT INTO rolled_back VALUES (3, 3);
ROLLBACK TO here;
COMMIT;
-- [events]
insert rolled_back {"id":2,"n":2}
-- [rows]
SELECT n FROM rolled_back
2
