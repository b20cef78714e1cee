-- The same with a text key that differs in case
-- Settings: none
-- Pipeline: its own
-- [both]
CREATE TABLE heldcase (code VARCHAR(9) PRIMARY KEY, v VARCHAR(9));
CREATE TABLE heldcase__kid (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), w VARCHAR(20), CONSTRAINT h3hc_fk FOREIGN KEY (code) REFERENCES heldcase (code) ON DELETE CASCADE);
-- [target]
ALTER TABLE heldcase__kid MODIFY w VARCHAR(5);
-- [before]
INSERT INTO heldcase VALUES ('a', 'first'), ('b', 'second');
INSERT INTO heldcase__kid VALUES (1, 'A', 'k1'), (2, 'b', 'k2');
-- [stream]
UPDATE heldcase__kid SET code = 'b', w = 'longer than that' WHERE id = 1;
DELETE FROM heldcase WHERE code = 'a';
-- step: await applied
-- step: on target: ALTER TABLE heldcase__kid MODIFY w VARCHAR(20)
-- step: replay dead letters
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM heldcase__kid k LEFT JOIN heldcase p ON p.code = k.code ORDER BY k.w
k2|second
longer than that|second
