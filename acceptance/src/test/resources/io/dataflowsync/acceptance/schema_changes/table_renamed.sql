-- A table that gets another name keeps its relationships
-- [source]
CREATE TABLE table_renamed (id INT PRIMARY KEY AUTO_INCREMENT, n INT);
-- [target]
CREATE TABLE table_renamed (id INT PRIMARY KEY AUTO_INCREMENT, n INT);
INSERT INTO table_renamed (n) VALUES (-1);
-- [before]
INSERT INTO table_renamed VALUES (7, 1);
-- [stream]
INSERT INTO table_renamed VALUES (8, 2);
RENAME TABLE table_renamed TO table_renamed__c;
UPDATE table_renamed__c SET n = n + 10;
ALTER TABLE table_renamed__c ADD m INT DEFAULT 5;
UPDATE table_renamed__c SET n = n + 100 WHERE id = 7;
DELETE FROM table_renamed__c WHERE id = 8;
INSERT INTO table_renamed__c VALUES (9, 3, 6);
-- [rows]
SELECT n, m FROM table_renamed__c ORDER BY n
-1|5
3|6
111|5
-- [relationships]
changed.table_renamed__c 7 applied
changed.table_renamed__c 8 deleted
changed.table_renamed__c 9 applied
