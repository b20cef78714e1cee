-- A parent changes the key by which its children name it while its filter keeps it away, and comes back
-- Use: a customer is put on ice, gets another code meanwhile, or with the same UPDATE, and comes back; ON UPDATE CASCADE.
-- Expected: a dead letter where the row is not there on both sides of such a change; what its text says leads on.
-- Basis: the source's rows: the source cascades into the children, in no event.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
filtered_key_handed_on: { filter: "state != 'off'" }
filtered_key_handed_on__kept: { identity: keep, filter: "state != 'off'" }
-- [both]
CREATE TABLE filtered_key_handed_on (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) NOT NULL UNIQUE, state VARCHAR(9), n VARCHAR(9));
CREATE TABLE filtered_key_handed_on__line (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), w VARCHAR(9), CONSTRAINT filtered_key_handed_on_fk FOREIGN KEY (code) REFERENCES filtered_key_handed_on (code) ON UPDATE CASCADE);
CREATE TABLE filtered_key_handed_on__kept (id INT PRIMARY KEY, state VARCHAR(9), n VARCHAR(9));
CREATE TABLE filtered_key_handed_on__part (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT filtered_key_handed_on_kept_fk FOREIGN KEY (p) REFERENCES filtered_key_handed_on__kept (id) ON UPDATE CASCADE);
-- [target]
ALTER TABLE filtered_key_handed_on AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO filtered_key_handed_on VALUES (1, 'a', 'on', 'one'), (2, 'b', 'on', 'two'), (3, 'c', 'on', 'three'), (4, 'd', 'on', 'four');
INSERT INTO filtered_key_handed_on__line VALUES (1, 'a', 'l1'), (2, 'b', 'l2'), (3, 'c', 'l3'), (4, 'd', 'l4');
INSERT INTO filtered_key_handed_on__kept VALUES (1, 'on', 'k1');
INSERT INTO filtered_key_handed_on__part VALUES (1, 1, 'p1');
-- [stream]
UPDATE filtered_key_handed_on SET state = 'off' WHERE id = 1;
UPDATE filtered_key_handed_on SET code = 'a2' WHERE id = 1;
UPDATE filtered_key_handed_on SET state = 'on' WHERE id = 1;
UPDATE filtered_key_handed_on SET state = 'off', code = 'b2' WHERE id = 2;
UPDATE filtered_key_handed_on SET state = 'on' WHERE id = 2;
UPDATE filtered_key_handed_on SET state = 'off' WHERE id = 3;
UPDATE filtered_key_handed_on SET state = 'on', code = 'c2' WHERE id = 3;
UPDATE filtered_key_handed_on SET code = 'd2' WHERE id = 4;
UPDATE filtered_key_handed_on__kept SET state = 'off' WHERE id = 1;
UPDATE filtered_key_handed_on__kept SET id = 9 WHERE id = 1;
UPDATE filtered_key_handed_on__kept SET state = 'on' WHERE id = 9;
-- step: await applied
-- step: dismiss dead letters
-- step: read again: filtered_key_handed_on
-- step: read again: filtered_key_handed_on__kept
-- step: read again: filtered_key_handed_on__line
-- step: read again: filtered_key_handed_on__part
-- [comparison]
-- [rows]
SELECT l.w, l.code, p.n FROM filtered_key_handed_on__line l LEFT JOIN filtered_key_handed_on p ON p.code = l.code ORDER BY l.w
l1|a2|one
l2|b2|two
l3|c2|three
l4|d2|four
SELECT l.w, l.p, p.n FROM filtered_key_handed_on__part l LEFT JOIN filtered_key_handed_on__kept p ON p.id = l.p ORDER BY l.w
p1|9|k1
