-- TRUNCATE of a table that had another name
-- Use: a table is put in another's place, or made again, and later emptied.
-- Expected: the rows that came from the source are gone, by whatever name the table had; those of the target's own, and of another table, stay.
-- Basis: run with MySQL's own replication, 5.7 to 8.0; the target's own rows by reasoning.
-- Settings: ddl: apply
-- [both]
CREATE TABLE truncated_after_rename (code VARCHAR(9) PRIMARY KEY, v VARCHAR(9));
CREATE TABLE truncated_after_rename__b (p INT, b INT, v VARCHAR(9), PRIMARY KEY (p, b));
CREATE TABLE truncated_after_rename__c (p INT, b INT, v VARCHAR(9), PRIMARY KEY (p, b));
-- [target]
INSERT INTO truncated_after_rename VALUES ('own', 'own');
-- [before]
INSERT INTO truncated_after_rename VALUES ('a', 'a1');
INSERT INTO truncated_after_rename__b VALUES (1, 1, 'b1'), (1, 2, 'b2');
INSERT INTO truncated_after_rename__c VALUES (1, 1, 'c1'), (2, 2, 'c2');
-- [stream]
INSERT INTO truncated_after_rename VALUES ('b', 'a2');
RENAME TABLE truncated_after_rename TO truncated_after_rename__new;
INSERT INTO truncated_after_rename__new VALUES ('c', 'a3');
TRUNCATE TABLE truncated_after_rename__new;
INSERT INTO truncated_after_rename__new VALUES ('a', 'a4');
RENAME TABLE truncated_after_rename__b TO truncated_after_rename__aside, truncated_after_rename__c TO truncated_after_rename__b, truncated_after_rename__aside TO truncated_after_rename__c;
INSERT INTO truncated_after_rename__b VALUES (3, 3, 'c3');
TRUNCATE TABLE truncated_after_rename__c;
INSERT INTO truncated_after_rename__c VALUES (9, 9, 'b9');
-- [rows]
SELECT code, v FROM truncated_after_rename__new ORDER BY code
a|a4
own|own
SELECT p, b, v FROM truncated_after_rename__b ORDER BY p
1|1|c1
2|2|c2
3|3|c3
SELECT p, b, v FROM truncated_after_rename__c ORDER BY p
9|9|b9
