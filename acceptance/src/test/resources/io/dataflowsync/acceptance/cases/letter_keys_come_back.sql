-- Keys of a row that is a dead letter change, are given anew and come back, with children in between
-- Use: what was behind it comes in order, after a restart too.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE letter_keys_come_back (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20), u VARCHAR(9) UNIQUE);
CREATE TABLE letter_keys_come_back__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(20), CONSTRAINT clp_fk FOREIGN KEY (p) REFERENCES letter_keys_come_back (id) ON DELETE SET NULL ON UPDATE CASCADE);
-- [target]
ALTER TABLE letter_keys_come_back AUTO_INCREMENT = 1001;
ALTER TABLE letter_keys_come_back MODIFY v VARCHAR(5);
-- [before]
INSERT INTO letter_keys_come_back VALUES (1, 'a', 'u1'), (2, 'b', 'u2');
INSERT INTO letter_keys_come_back__kid VALUES (1, 1, 'k1'), (2, 2, 'k2');
-- [stream]
UPDATE letter_keys_come_back SET v = 'longer than five', u = 'u9' WHERE id = 1;
UPDATE letter_keys_come_back SET id = 5 WHERE id = 1;
INSERT INTO letter_keys_come_back VALUES (1, 'again', 'u1');
UPDATE letter_keys_come_back__kid SET p = 1 WHERE id = 2;
DELETE FROM letter_keys_come_back WHERE id = 5;
INSERT INTO letter_keys_come_back VALUES (5, 'five', 'u9');
UPDATE letter_keys_come_back__kid SET p = 5 WHERE id = 1;
UPDATE letter_keys_come_back SET id = 6 WHERE id = 2;
UPDATE letter_keys_come_back SET id = 2 WHERE id = 1;
-- step: await applied
-- step: on target: ALTER TABLE letter_keys_come_back MODIFY v VARCHAR(20)
-- step: end dpu-service
-- step: start dpu-service
-- step: replay dead letters
INSERT INTO letter_keys_come_back__kid VALUES (3, 2, 'k3'), (4, 6, 'k4'), (5, 5, 'k5');
-- [comparison]
-- [rows]
SELECT k.w, p.v, p.u FROM letter_keys_come_back__kid k LEFT JOIN letter_keys_come_back p ON p.id = k.p ORDER BY k.w
k1|five|u9
k2|again|u1
k3|again|u1
k4|b|u2
k5|five|u9
SELECT v, u FROM letter_keys_come_back ORDER BY u
again|u1
b|u2
five|u9
