-- A procedure that uses a temporary table empties a captured table, and alters another one
-- Use: a nightly report: DROP TEMPORARY TABLE IF EXISTS, CREATE TEMPORARY TABLE, TRUNCATE of the summary, INSERT ... SELECT; an upgrade script.
-- Expected: the source's rows, as with MySQL's own replication.
-- Basis: LOG_EVENT_THREAD_SPECIFIC_F stays set behind the first statement of a procedure that meets a temporary table or drops any table, until the CALL ends.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE emptied_in_procedure (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE emptied_in_procedure__n (id INT PRIMARY KEY AUTO_INCREMENT, n INT);
-- [target]
ALTER TABLE emptied_in_procedure AUTO_INCREMENT = 1001;
ALTER TABLE emptied_in_procedure__n AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO emptied_in_procedure VALUES (1, 'old 1'), (2, 'old 2');
INSERT INTO emptied_in_procedure__n VALUES (1, 1);
-- [stream]
CREATE PROCEDURE emptied_in_procedure__p() BEGIN DROP TEMPORARY TABLE IF EXISTS emptied_in_procedure__tmp; CREATE TEMPORARY TABLE emptied_in_procedure__tmp (v VARCHAR(9)); INSERT INTO emptied_in_procedure__tmp VALUES ('new'); TRUNCATE TABLE emptied_in_procedure; INSERT INTO emptied_in_procedure SELECT 11, v FROM emptied_in_procedure__tmp; ALTER TABLE emptied_in_procedure__n MODIFY n INT UNSIGNED; INSERT INTO emptied_in_procedure__n VALUES (2, 4000000000); DROP TEMPORARY TABLE emptied_in_procedure__tmp; END;
CALL emptied_in_procedure__p();
-- [comparison]
-- [rows]
SELECT v FROM emptied_in_procedure ORDER BY v
new
SELECT n FROM emptied_in_procedure__n ORDER BY n
1
4000000000
