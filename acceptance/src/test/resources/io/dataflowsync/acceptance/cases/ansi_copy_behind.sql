-- A session in sql_mode ANSI makes a table LIKE a temporary one of another character set, while cdc-service is away; later the table is converted
-- Use: an application ported from another database asks for sql_mode ANSI (ORACLE, MSSQL), and keeps the shape of its work table.
-- Expected: the texts as they were written; or a stop: in these modes the server leaves the table's options out of the statement that it logs.
-- Basis: run on 5.7.22: the binlog has CREATE TABLE "…" ("id" …, "v" varchar(9) …) without a character set, the table has utf16.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [before]
-- [stream]
-- step: end cdc-service
SET SESSION sql_mode = 'ANSI';
CREATE TEMPORARY TABLE ansi_copy_behind__work (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9)) DEFAULT CHARSET utf16;
CREATE TABLE ansi_copy_behind LIKE ansi_copy_behind__work;
SET SESSION sql_mode = DEFAULT;
INSERT INTO ansi_copy_behind VALUES (1, 'né'), (2, 'ab');
ALTER TABLE ansi_copy_behind CONVERT TO CHARACTER SET utf8mb4;
INSERT INTO ansi_copy_behind VALUES (3, 'ü');
-- step: start cdc-service
-- step: if stopped definition-unproven: skip with CREATE TABLE ansi_copy_behind (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9)) DEFAULT CHARSET utf16
-- step: if halted schema-change-refused: on target: CREATE TABLE ansi_copy_behind (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9)) DEFAULT CHARSET utf8mb4
INSERT INTO ansi_copy_behind VALUES (4, 'ö');
-- [comparison]
-- [rows]
SELECT v FROM ansi_copy_behind ORDER BY v
ab
né
ö
ü
