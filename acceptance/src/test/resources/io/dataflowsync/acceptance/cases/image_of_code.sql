-- A child moves to another code with a MINIMAL row image, cannot be applied, and its former parent is deleted
-- Use: the row event does not tell which parent the child had; the target's foreign key cascades.
-- Expected: the delete waits behind the child's update; the child is not deleted.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE image_of_code (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE image_of_code__kid (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), v VARCHAR(20), w VARCHAR(9), CONSTRAINT image_names_code FOREIGN KEY (code) REFERENCES image_of_code (code) ON DELETE CASCADE);
-- [target]
ALTER TABLE image_of_code AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO image_of_code VALUES (1, 'a', 'first'), (2, 'b', 'second'), (3, 'c', 'third');
INSERT INTO image_of_code__kid VALUES (1, 'a', 'a', 'w1'), (2, 'a', 'b', 'w2'), (3, 'c', 'c', 'w3');
-- [stream]
-- step: await applied
-- step: on target: ALTER TABLE image_of_code__kid MODIFY v VARCHAR(5)
SET SESSION binlog_row_image = 'MINIMAL';
UPDATE image_of_code__kid SET code = 'b', v = 'longer than five' WHERE id = 1;
DELETE FROM image_of_code WHERE id = 1;
UPDATE image_of_code SET v = 'flows' WHERE id = 3;
-- step: await applied
-- step: on target: ALTER TABLE image_of_code__kid MODIFY v VARCHAR(20)
-- step: replay dead letters
-- step: await applied
-- step: end dpu-service
INSERT INTO image_of_code__kid VALUES (5, 'b', 'e', 'w5');
DELETE FROM image_of_code WHERE id = 3;
INSERT INTO image_of_code (code, v, id) VALUES ('c', 'again', 4);
INSERT INTO image_of_code__kid VALUES (6, 'C', 'f', 'w6');
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT p.v, c.v, c.w FROM image_of_code__kid c LEFT JOIN image_of_code p ON p.code = c.code ORDER BY c.w
second|longer than five|w1
second|e|w5
again|f|w6
