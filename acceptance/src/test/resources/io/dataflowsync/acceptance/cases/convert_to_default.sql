-- CONVERT TO CHARACTER SET DEFAULT in a session whose character_set_database is another one than the schema's, while cdc-service is away
-- Use: an old client sets character_set_database, as the manual of 5.5 said; a session that was open before ALTER DATABASE has the former one, too.
-- Expected: the texts as they were written; or a stop. The word DEFAULT means the session's collation_database.
-- Basis: run on 5.7.22: the table has utf16 behind it.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE convert_to_default (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9)) DEFAULT CHARSET utf8mb4;
-- [before]
INSERT INTO convert_to_default VALUES (1, 'é');
-- [stream]
-- step: end cdc-service
SET character_set_database = utf16;
ALTER TABLE convert_to_default CONVERT TO CHARACTER SET DEFAULT;
INSERT INTO convert_to_default VALUES (2, 'né'), (3, 'ab');
UPDATE convert_to_default SET v = 'éé' WHERE id = 1;
ALTER TABLE convert_to_default CONVERT TO CHARACTER SET utf8mb4;
INSERT INTO convert_to_default VALUES (4, 'ü');
-- step: start cdc-service
-- step: if stopped definition-unproven: skip with CREATE TABLE convert_to_default (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9)) DEFAULT CHARSET utf16
UPDATE convert_to_default SET v = 'ö' WHERE id = 4;
-- [comparison]
-- [rows]
SELECT v FROM convert_to_default ORDER BY v
ab
éé
né
ö
