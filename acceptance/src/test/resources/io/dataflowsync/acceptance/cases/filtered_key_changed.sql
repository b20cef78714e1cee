-- A key changes in the same UPDATE that brings the row under its filter, or takes it away
-- Use: rows of a state are left out, and a document is renumbered when it is opened.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- [pipeline]
filtered_key_changed__doc: { filter: "state == 'on'" }
filtered_key_changed__line: { references: { doc: filtered_key_changed__doc } }
-- [both]
CREATE TABLE filtered_key_changed__doc (id INT PRIMARY KEY AUTO_INCREMENT, state VARCHAR(9), n VARCHAR(9));
CREATE TABLE filtered_key_changed__line (id INT PRIMARY KEY AUTO_INCREMENT, doc INT, w VARCHAR(9));
-- [target]
ALTER TABLE filtered_key_changed__doc AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO filtered_key_changed__doc VALUES (1, 'on', 'd1'), (2, 'off', 'd2'), (3, 'off', 'd3'), (4, 'on', 'd4');
INSERT INTO filtered_key_changed__line VALUES (1, 1, 'l1'), (2, 2, 'l2'), (3, 3, 'l3'), (4, 4, 'l4');
-- [stream]
UPDATE filtered_key_changed__doc SET id = 12, state = 'on' WHERE id = 2;
INSERT INTO filtered_key_changed__line VALUES (5, 12, 'l5');
UPDATE filtered_key_changed__doc SET id = 14, state = 'off' WHERE id = 4;
UPDATE filtered_key_changed__doc SET id = 4, state = 'on' WHERE id = 14;
INSERT INTO filtered_key_changed__line VALUES (6, 4, 'l6');
UPDATE filtered_key_changed__doc SET id = 13 WHERE id = 3;
UPDATE filtered_key_changed__doc SET state = 'on' WHERE id = 13;
UPDATE filtered_key_changed__line SET doc = 13 WHERE id = 3;
INSERT INTO filtered_key_changed__doc VALUES (2, 'on', 'd2b');
-- [rows]
SELECT l.w, d.n FROM filtered_key_changed__line l LEFT JOIN filtered_key_changed__doc d ON d.id = l.doc AND d.state = 'on' ORDER BY l.w
l1|d1
l2|d2b
l3|d3
l4|d4
l5|d2
l6|d4
SELECT n, state FROM filtered_key_changed__doc WHERE state = 'on' ORDER BY n
d1|on
d2|on
d2b|on
d3|on
d4|on
