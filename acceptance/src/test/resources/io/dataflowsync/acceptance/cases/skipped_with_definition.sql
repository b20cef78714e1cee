-- A statement that nothing proves, since a later one changes its table too, is skipped with the definition behind it
-- Use: cdc-service was away while two schema changes ran. People do what docs/when-the-capture-stops.md says.
-- Expected: every value in its column, of the rows between the two statements too. Best: the statement is read, and nothing stops.
-- Basis: the source's rows, which MySQL's own replication has too.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE skipped_with_definition (id INT PRIMARY KEY AUTO_INCREMENT, first INT, after INT);
-- [before]
INSERT INTO skipped_with_definition VALUES (1, 10, 20);
-- [stream]
-- step: await applied
-- step: end cdc-service
ALTER TABLE skipped_with_definition MODIFY first INT AFTER after, MODIFY after INT FIRST;
INSERT INTO skipped_with_definition (id, first, after) VALUES (2, 11, 21);
ALTER TABLE skipped_with_definition ADD COLUMN z INT;
INSERT INTO skipped_with_definition (id, first, after, z) VALUES (3, 12, 22, 32);
-- step: on target: ALTER TABLE skipped_with_definition ADD COLUMN z INT
-- step: start cdc-service
-- step: if stopped definition-unproven: skip with CREATE TABLE skipped_with_definition (after INT, id INT AUTO_INCREMENT PRIMARY KEY, first INT)
UPDATE skipped_with_definition SET z = first + after WHERE id = 2;
-- [comparison]
-- [rows]
SELECT first, after, z FROM skipped_with_definition ORDER BY first
10|20|null
11|21|32
12|22|32
