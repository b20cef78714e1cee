-- The same with a key of two columns
-- Settings: none
-- Pipeline: its own
-- [both]
CREATE TABLE heldpair (id INT PRIMARY KEY AUTO_INCREMENT, tenant INT NOT NULL, v VARCHAR(9), UNIQUE KEY (tenant, id));
CREATE TABLE heldpair__kid (id INT PRIMARY KEY AUTO_INCREMENT, tenant INT, p INT, w VARCHAR(20), CONSTRAINT h3hp_fk FOREIGN KEY (tenant, p) REFERENCES heldpair (tenant, id) ON DELETE CASCADE);
-- [target]
ALTER TABLE heldpair AUTO_INCREMENT = 1001;
ALTER TABLE heldpair__kid MODIFY w VARCHAR(5);
-- [before]
INSERT INTO heldpair VALUES (1, 7, 'first'), (2, 7, 'second');
INSERT INTO heldpair__kid VALUES (1, 7, 1, 'k1'), (2, 7, 2, 'k2');
-- [stream]
UPDATE heldpair__kid SET p = 2, w = 'longer than that' WHERE id = 1;
DELETE FROM heldpair WHERE id = 1;
-- step: await applied
-- step: on target: ALTER TABLE heldpair__kid MODIFY w VARCHAR(20)
-- step: replay dead letters
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM heldpair__kid k LEFT JOIN heldpair p ON p.id = k.p ORDER BY k.w
k2|second
longer than that|second
