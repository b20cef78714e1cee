-- A child is a dead letter, and its former parent, by a unique key, is deleted
-- Settings: none
-- Pipeline: its own
-- [both]
CREATE TABLE heldunique (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) NOT NULL, v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE heldunique__kid (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), w VARCHAR(20), CONSTRAINT h3hu_fk FOREIGN KEY (code) REFERENCES heldunique (code) ON DELETE CASCADE);
-- [target]
ALTER TABLE heldunique__kid MODIFY w VARCHAR(5);
-- [before]
INSERT INTO heldunique VALUES (1, 'a', 'first'), (2, 'b', 'second');
INSERT INTO heldunique__kid VALUES (1, 'a', 'k1'), (2, 'b', 'k2');
-- [stream]
UPDATE heldunique__kid SET code = 'b', w = 'longer than that' WHERE id = 1;
DELETE FROM heldunique WHERE code = 'a';
-- step: await applied
-- step: on target: ALTER TABLE heldunique__kid MODIFY w VARCHAR(20)
-- step: replay dead letters
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM heldunique__kid k LEFT JOIN heldunique p ON p.code = k.code ORDER BY k.w
k2|second
longer than that|second
