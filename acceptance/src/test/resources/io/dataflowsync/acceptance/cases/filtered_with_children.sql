-- A parent leaves its filter and comes back, with children that cascade
-- Use: a customer is put on ice and comes back; its lines stay in the source.
-- Expected: the lines stay, and refer to the row again when it is back.
-- Basis: the source's rows.
-- Settings: none
-- [pipeline]
filtered_with_children: { filter: "state != 'off'" }
-- [both]
CREATE TABLE filtered_with_children (id INT PRIMARY KEY AUTO_INCREMENT, state VARCHAR(9), n VARCHAR(9));
CREATE TABLE filtered_with_children__line (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT filtered_line_fk FOREIGN KEY (p) REFERENCES filtered_with_children (id) ON DELETE CASCADE ON UPDATE CASCADE);
CREATE TABLE filtered_with_children__note (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT filtered_note_fk FOREIGN KEY (p) REFERENCES filtered_with_children (id) ON DELETE SET NULL ON UPDATE CASCADE);
-- [target]
ALTER TABLE filtered_with_children AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO filtered_with_children VALUES (1, 'on', 'a'), (2, 'on', 'b'), (3, 'on', 'c'), (4, 'on', 'd');
INSERT INTO filtered_with_children__line VALUES (1, 1, 'l1'), (2, 2, 'l2'), (3, 3, 'l3'), (4, 4, 'l4');
INSERT INTO filtered_with_children__note VALUES (1, 1, 'n1'), (2, 2, 'n2'), (3, 3, 'n3'), (4, 4, 'n4');
-- [stream]
UPDATE filtered_with_children SET state = 'off' WHERE id = 2;
UPDATE filtered_with_children SET state = 'off' WHERE id = 1;
UPDATE filtered_with_children SET state = 'on' WHERE id = 1;
UPDATE filtered_with_children SET state = 'on' WHERE id = 2;
DELETE FROM filtered_with_children WHERE id = 2;
UPDATE filtered_with_children SET state = 'off' WHERE id IN (3, 4);
DELETE FROM filtered_with_children WHERE id = 3;
UPDATE filtered_with_children SET id = 9 WHERE id = 4;
UPDATE filtered_with_children SET state = 'on' WHERE id = 9;
-- [comparison]
-- [rows]
SELECT k.w, p.n FROM filtered_with_children__line k LEFT JOIN filtered_with_children p ON p.id = k.p ORDER BY k.w
l1|a
l4|d
SELECT k.w, p.n FROM filtered_with_children__note k LEFT JOIN filtered_with_children p ON p.id = k.p ORDER BY k.w
n1|a
n2|null
n3|null
n4|d
