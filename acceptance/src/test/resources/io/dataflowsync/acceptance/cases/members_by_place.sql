-- A foreign key between two ENUM columns with their members in another order: InnoDB compares the places, and not the words, behind
-- Use: the same status in two tables, of which one was sorted.
-- Expected: the source's rows: 'done' of the child refers to 'open' of the parent.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE members_by_place (id INT PRIMARY KEY AUTO_INCREMENT, state ENUM('open','done','late'), v VARCHAR(9), UNIQUE KEY (state));
CREATE TABLE members_by_place__kid (id INT PRIMARY KEY AUTO_INCREMENT, state ENUM('done','open','late'), w VARCHAR(9), CONSTRAINT mbp_1 FOREIGN KEY (state) REFERENCES members_by_place (state) ON DELETE CASCADE ON UPDATE CASCADE);
-- [target]
ALTER TABLE members_by_place AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO members_by_place VALUES (1, 'open', 'p1'), (2, 'done', 'p2');
INSERT INTO members_by_place__kid VALUES (1, 'done', 'k1'), (2, 'open', 'k2');
-- [stream]
-- step: end dpu-service
INSERT INTO members_by_place__kid VALUES (3, 'done', 'k3');
DELETE FROM members_by_place WHERE state = 'open';
INSERT INTO members_by_place VALUES (3, 'open', 'p3');
INSERT INTO members_by_place__kid VALUES (4, 'done', 'k4');
UPDATE members_by_place__kid SET w = 'k2b' WHERE id = 2;
UPDATE members_by_place SET state = 'late' WHERE state = 'done';
UPDATE members_by_place SET state = 'done' WHERE state = 'open';
INSERT INTO members_by_place__kid VALUES (5, 'open', 'k5');
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT w, state FROM members_by_place__kid ORDER BY w
k2b|late
k4|open
k5|open
SELECT v, state FROM members_by_place ORDER BY v
p2|late
p3|done
