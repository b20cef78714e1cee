-- A parent leaves its filter and comes back, with children that cascade
-- Settings: none
-- [pipeline]
filtercascade: { filter: "state != 'off'" }
-- [both]
CREATE TABLE filtercascade (id INT PRIMARY KEY AUTO_INCREMENT, state VARCHAR(9), n VARCHAR(9));
CREATE TABLE filtercascade__line (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT h3fc_fk FOREIGN KEY (p) REFERENCES filtercascade (id) ON DELETE CASCADE);
CREATE TABLE filtercascade__note (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT h3fc_fk2 FOREIGN KEY (p) REFERENCES filtercascade (id) ON DELETE SET NULL);
-- [target]
ALTER TABLE filtercascade AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO filtercascade VALUES (1, 'on', 'a'), (2, 'on', 'b');
INSERT INTO filtercascade__line VALUES (1, 1, 'l1'), (2, 2, 'l2');
INSERT INTO filtercascade__note VALUES (1, 1, 'n1'), (2, 2, 'n2');
-- [stream]
UPDATE filtercascade SET state = 'off' WHERE id = 1;
UPDATE filtercascade SET state = 'on' WHERE id = 1;
-- [comparison]
-- [rows]
SELECT k.w, p.n FROM filtercascade__line k LEFT JOIN filtercascade p ON p.id = k.p ORDER BY k.w
l1|a
l2|b
SELECT k.w, p.n FROM filtercascade__note k LEFT JOIN filtercascade p ON p.id = k.p ORDER BY k.w
n1|a
n2|b
