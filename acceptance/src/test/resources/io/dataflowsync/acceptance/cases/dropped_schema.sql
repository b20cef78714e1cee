-- A captured schema is dropped and made again, with another character set that its tables inherit
-- Use: a deployment from scratch, on a staging server.
-- Expected: the texts as they were written, and nothing of the tables before.
-- Basis: run with MySQL's own replication.
-- Settings: ddl: apply
-- Pipeline: its own
-- Schemas: dropped_schema_more
-- [source]
CREATE TABLE dropped_schema_more.dropped_schema (id INT PRIMARY KEY AUTO_INCREMENT, v TEXT);
-- [target]
CREATE TABLE dropped_schema (id INT PRIMARY KEY AUTO_INCREMENT, v TEXT);
-- [before]
INSERT INTO dropped_schema_more.dropped_schema VALUES (1, 'old');
-- [stream]
DROP DATABASE dropped_schema_more;
CREATE DATABASE dropped_schema_more CHARACTER SET cp1250;
CREATE TABLE dropped_schema_more.dropped_schema (id INT PRIMARY KEY AUTO_INCREMENT, v TEXT);
INSERT INTO dropped_schema_more.dropped_schema VALUES (1, 'ř');
ALTER DATABASE dropped_schema_more CHARACTER SET latin1;
CREATE TABLE dropped_schema_more.dropped_schema__next (id INT PRIMARY KEY AUTO_INCREMENT, v TEXT);
INSERT INTO dropped_schema_more.dropped_schema__next VALUES (1, 'é');
-- [comparison]
-- [rows]
SELECT v FROM dropped_schema
ř
SELECT v FROM dropped_schema__next
é
