-- Two rows, of which one refers to the other, leave the target by their filters, and then go at the source; others refer to the lower one
-- Use: archived projects are filtered out, and purged a year later with all that they have.
-- Expected: what went along at the source is gone on the target, and no dead letter stays.
-- Basis: docs/mapping.md: when it is deleted in the source they go, as those foreign keys say.
-- Settings: none
-- [pipeline]
gone_below_a_left_one: { filter: "active == 1" }
gone_below_a_left_one__task: { filter: "active == 1" }
-- [both]
CREATE TABLE gone_below_a_left_one (id INT PRIMARY KEY AUTO_INCREMENT, active INT, v VARCHAR(9));
CREATE TABLE gone_below_a_left_one__task (id INT PRIMARY KEY AUTO_INCREMENT, p INT NOT NULL, active INT, CONSTRAINT gbl_1 FOREIGN KEY (p) REFERENCES gone_below_a_left_one (id));
CREATE TABLE gone_below_a_left_one__note (id INT PRIMARY KEY AUTO_INCREMENT, t INT, w VARCHAR(9), CONSTRAINT gbl_2 FOREIGN KEY (t) REFERENCES gone_below_a_left_one__task (id) ON DELETE CASCADE);
-- [target]
ALTER TABLE gone_below_a_left_one AUTO_INCREMENT = 1001;
ALTER TABLE gone_below_a_left_one__task AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO gone_below_a_left_one VALUES (1, 1, 'a'), (2, 1, 'b');
INSERT INTO gone_below_a_left_one__task VALUES (1, 1, 1), (2, 2, 1);
INSERT INTO gone_below_a_left_one__note VALUES (1, 1, 'n1'), (2, 2, 'n2');
-- [stream]
-- step: await applied
UPDATE gone_below_a_left_one__task SET active = 0 WHERE id = 1;
UPDATE gone_below_a_left_one SET active = 0 WHERE id = 1;
DELETE FROM gone_below_a_left_one__task WHERE id = 1;
DELETE FROM gone_below_a_left_one WHERE id = 1;
UPDATE gone_below_a_left_one__note SET w = 'n2x' WHERE id = 2;
-- [rows]
SELECT v FROM gone_below_a_left_one
b
SELECT w FROM gone_below_a_left_one__note
n2x
