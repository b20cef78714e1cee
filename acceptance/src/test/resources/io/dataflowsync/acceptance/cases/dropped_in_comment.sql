-- A foreign key is dropped in a versioned comment: how the server did it decides, and nobody knows that
-- Use: a migration that is written for several versions of the server.
-- Expected: the lane halts, and its text says what to run.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE dropped_in_comment (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE dropped_in_comment__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, CONSTRAINT dic_fk FOREIGN KEY (p) REFERENCES dropped_in_comment (id) ON DELETE CASCADE);
-- [target]
ALTER TABLE dropped_in_comment AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO dropped_in_comment VALUES (1, 'a'), (2, 'b');
INSERT INTO dropped_in_comment__kid VALUES (1, 1), (2, 2);
-- [stream]
ALTER TABLE dropped_in_comment__kid /*!50003 DROP FOREIGN KEY dic_fk */;
DELETE FROM dropped_in_comment WHERE id = 2;
INSERT INTO dropped_in_comment__kid VALUES (3, 1);
-- step: halted schema-change-refused: on target: ALTER TABLE dropped_in_comment__kid DROP FOREIGN KEY dic_fk
-- [rows]
SELECT COUNT(*), COUNT(p.id) FROM dropped_in_comment__kid k LEFT JOIN dropped_in_comment p ON p.id = k.p
3|2
