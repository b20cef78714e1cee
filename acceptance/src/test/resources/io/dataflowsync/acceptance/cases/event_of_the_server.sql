-- An event of the server alters a table, empties another one and fills it, in the sql_mode that it was made with
-- Use: a nightly event.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE event_of_the_server (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE event_of_the_server__day (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [target]
ALTER TABLE event_of_the_server AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO event_of_the_server VALUES (1, 'a');
INSERT INTO event_of_the_server__day VALUES (1, 'old');
-- [stream]
SET SESSION sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT,NO_BACKSLASH_ESCAPES';
CREATE EVENT "event_of_the_server__e" ON SCHEDULE AT CURRENT_TIMESTAMP + INTERVAL 1 SECOND DO BEGIN ALTER TABLE "event_of_the_server" ADD COLUMN "rank" VARCHAR(9) NOT NULL DEFAULT 'a\', ADD COLUMN g VARCHAR(20) AS ("v" || "rank") STORED; INSERT INTO "event_of_the_server" (v, "rank") VALUES ('event', '\'); TRUNCATE TABLE "event_of_the_server__day"; INSERT INTO "event_of_the_server__day" (v) SELECT v FROM "event_of_the_server"; END;
SET SESSION sql_mode = DEFAULT;
SET GLOBAL event_scheduler = ON;
SELECT SLEEP(3);
SET GLOBAL event_scheduler = OFF;
UPDATE event_of_the_server SET v = 'aa' WHERE id = 1;
-- [comparison]
-- [rows]
SELECT v, `rank`, g FROM event_of_the_server ORDER BY v
aa|a\|aaa\
event|\|event\
SELECT v FROM event_of_the_server__day ORDER BY v
a
event
