-- Schema changes from a session with sql_mode ANSI_QUOTES
-- Use: an application or a tool that writes names in double quotes, as in standard SQL.
-- Expected: the source's tables and rows, as with MySQL's own replication: the QUERY event has the sql_mode.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE ansi_quotes (id INT PRIMARY KEY AUTO_INCREMENT, a VARCHAR(20));
-- [before]
INSERT INTO ansi_quotes VALUES (1, 'x');
-- [stream]
SET SESSION sql_mode = 'ANSI_QUOTES';
ALTER TABLE "ansi_quotes" ADD COLUMN "my col" VARCHAR(20) DEFAULT 'd';
INSERT INTO "ansi_quotes" ("id", "a", "my col") VALUES (2, 'y', 'z');
CREATE TABLE "ansi_quotes__made" ("id" INT PRIMARY KEY AUTO_INCREMENT, "select" VARCHAR(10) DEFAULT 'it''s');
INSERT INTO "ansi_quotes__made" VALUES (7, 'q'), (8, DEFAULT);
-- [comparison]
-- [rows]
SELECT a, `my col` FROM ansi_quotes ORDER BY a
x|d
y|z
SELECT `select` FROM ansi_quotes__made ORDER BY `select`
it's
q
