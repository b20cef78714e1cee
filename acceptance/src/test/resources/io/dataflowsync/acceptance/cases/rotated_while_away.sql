-- A table and its child are rotated with LIKE, three names in a ring, while cdc-service is away
-- Use: log tables that are rotated at night.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE rotated_while_away (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE rotated_while_away__1 (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), w INT);
-- [before]
INSERT INTO rotated_while_away VALUES (1, 'now');
INSERT INTO rotated_while_away__1 VALUES (1, 'old', 1);
-- [stream]
-- step: end cdc-service
CREATE TABLE rotated_while_away__2 LIKE rotated_while_away;
INSERT INTO rotated_while_away__2 VALUES (1, 'next');
RENAME TABLE rotated_while_away TO rotated_while_away__t, rotated_while_away__2 TO rotated_while_away, rotated_while_away__1 TO rotated_while_away__2, rotated_while_away__t TO rotated_while_away__1;
INSERT INTO rotated_while_away VALUES (2, 'next 2');
UPDATE rotated_while_away__2 SET w = 2;
-- step: start cdc-service
INSERT INTO rotated_while_away__1 VALUES (2, 'now 2');
-- step: end cdc-service
RENAME TABLE rotated_while_away TO rotated_while_away__t, rotated_while_away__1 TO rotated_while_away;
CREATE TABLE rotated_while_away__1 LIKE rotated_while_away__2;
INSERT INTO rotated_while_away__1 VALUES (9, 'nine', 9);
-- step: start cdc-service
INSERT INTO rotated_while_away VALUES (3, 'now 3');
-- [comparison]
-- [rows]
SELECT v FROM rotated_while_away ORDER BY v
now
now 2
now 3
SELECT v FROM rotated_while_away__t ORDER BY v
next
next 2
SELECT v, w FROM rotated_while_away__1
nine|9
SELECT v, w FROM rotated_while_away__2
old|2
