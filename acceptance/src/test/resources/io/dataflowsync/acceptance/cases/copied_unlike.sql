-- A tool copies a table whose texts become bytes, and the target has had them in another character set from the start
-- Use: gh-ost or pt-online-schema-change; the target was made in utf8mb4 when the migration began.
-- Expected: a halt before the copy takes the table's place, since the target would make other bytes of its texts.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE copied_unlike (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(40) CHARACTER SET latin1, w VARCHAR(9));
-- [target]
CREATE TABLE copied_unlike (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(40) CHARACTER SET utf8mb4, w VARCHAR(9)) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO copied_unlike VALUES (1, CONVERT(UNHEX('C3A4') USING latin1), 'one');
-- [stream]
CREATE TABLE _copied_unlike_gho LIKE copied_unlike;
ALTER TABLE _copied_unlike_gho MODIFY v VARBINARY(160);
INSERT INTO _copied_unlike_gho SELECT * FROM copied_unlike;
RENAME TABLE copied_unlike TO _copied_unlike_del, _copied_unlike_gho TO copied_unlike;
INSERT INTO copied_unlike VALUES (2, 'b', 'two');
-- step: halted schema-change-refused: on target: DELETE FROM copied_unlike
-- step: await applied
-- step: dismiss dead letters
-- step: read again: copied_unlike
-- [comparison]
-- [rows]
SELECT w, HEX(v) FROM copied_unlike ORDER BY w
one|C3A4
two|62
