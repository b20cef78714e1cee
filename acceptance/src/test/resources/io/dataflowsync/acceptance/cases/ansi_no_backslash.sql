-- Schema changes with ANSI_QUOTES and NO_BACKSLASH_ESCAPES
-- Use: a tool that speaks standard SQL: a backslash is a character as any other.
-- Expected: the source's rows, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE ansi_no_backslash (id INT PRIMARY KEY AUTO_INCREMENT, a INT);
-- [before]
INSERT INTO ansi_no_backslash VALUES (1, 1);
-- [stream]
SET SESSION sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES';
ALTER TABLE "ansi_no_backslash" ADD COLUMN "p" VARCHAR(20) NOT NULL DEFAULT 'C:\temp\', ADD COLUMN "q" ENUM('\n', 'n') DEFAULT '\n';
INSERT INTO "ansi_no_backslash" ("id", "a") VALUES (2, 2);
INSERT INTO "ansi_no_backslash" ("id", "a", "p", "q") VALUES (3, 3, '\', 'n');
-- [comparison]
-- [rows]
SELECT a, p, q FROM ansi_no_backslash ORDER BY a
1|C:\temp\|\n
2|C:\temp\|\n
3|\|n
