-- What foreign keys changed is read again where a filter, two targets, an expression or a computed column are made of it
-- Use: only tasks that have a worker are on the target, a label is made of a code, a flag says whether a place is free; cancelled orders are not on the target, their lines are.
-- Expected: dead letters; they are dismissed, and the tables that they name are read again.
-- Basis: ON DELETE SET NULL, ON UPDATE CASCADE and ON DELETE CASCADE are in no event.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
cascade_read_again__task: { filter: "worker != null" }
cascade_read_again__job: { targets: [{ target: cascade_read_again__job_held, filter: "who != null" }, { target: cascade_read_again__job_free, filter: "who == null" }] }
cascade_read_again__tag: { columns: { label: { expression: "code + '!'" } } }
cascade_read_again__order: { filter: "state != 'off'" }
-- [both]
CREATE TABLE cascade_read_again (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE cascade_read_again__task (id INT PRIMARY KEY AUTO_INCREMENT, worker INT, w VARCHAR(9), CONSTRAINT cascade_read_again_task FOREIGN KEY (worker) REFERENCES cascade_read_again (id) ON DELETE SET NULL);
CREATE TABLE cascade_read_again__own (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE cascade_read_again__code (code VARCHAR(9) PRIMARY KEY, n VARCHAR(9));
CREATE TABLE cascade_read_again__tag (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), w VARCHAR(9), CONSTRAINT cascade_read_again_tag FOREIGN KEY (code) REFERENCES cascade_read_again__code (code) ON UPDATE CASCADE);
CREATE TABLE cascade_read_again__holder (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE cascade_read_again__buyer (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE cascade_read_again__order (id INT PRIMARY KEY AUTO_INCREMENT, c INT, state VARCHAR(9), CONSTRAINT cascade_read_again_order FOREIGN KEY (c) REFERENCES cascade_read_again__buyer (id) ON DELETE CASCADE);
CREATE TABLE cascade_read_again__line (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9), CONSTRAINT cascade_read_again_line FOREIGN KEY (o) REFERENCES cascade_read_again__order (id) ON DELETE CASCADE);
CREATE TABLE cascade_read_again__top (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE cascade_read_again__middle (id INT PRIMARY KEY AUTO_INCREMENT, t INT, CONSTRAINT cascade_read_again_middle FOREIGN KEY (t) REFERENCES cascade_read_again__top (id) ON DELETE CASCADE);
-- [source]
CREATE TABLE cascade_read_again__job (id INT PRIMARY KEY AUTO_INCREMENT, who INT, w VARCHAR(9), CONSTRAINT cascade_read_again_job FOREIGN KEY (who) REFERENCES cascade_read_again__own (id) ON DELETE SET NULL);
CREATE TABLE cascade_read_again__place (id INT PRIMARY KEY AUTO_INCREMENT, holder INT, w VARCHAR(9), free INT AS (holder IS NULL) VIRTUAL, CONSTRAINT cascade_read_again_place FOREIGN KEY (holder) REFERENCES cascade_read_again__holder (id) ON DELETE SET NULL);
CREATE TABLE cascade_read_again__leaf (id INT PRIMARY KEY AUTO_INCREMENT, m INT, CONSTRAINT cascade_read_again_leaf FOREIGN KEY (m) REFERENCES cascade_read_again__middle (id) ON DELETE CASCADE);
-- [target]
CREATE TABLE cascade_read_again__job_held (id INT PRIMARY KEY AUTO_INCREMENT, who INT, w VARCHAR(9), CONSTRAINT cascade_read_again_held FOREIGN KEY (who) REFERENCES cascade_read_again__own (id) ON DELETE SET NULL);
CREATE TABLE cascade_read_again__job_free (id INT PRIMARY KEY, who INT, w VARCHAR(9), CONSTRAINT cascade_read_again_free FOREIGN KEY (who) REFERENCES cascade_read_again__own (id) ON DELETE SET NULL);
CREATE TABLE cascade_read_again__place (id INT PRIMARY KEY AUTO_INCREMENT, holder INT, w VARCHAR(9), free INT, CONSTRAINT cascade_read_again_place FOREIGN KEY (holder) REFERENCES cascade_read_again__holder (id) ON DELETE SET NULL);
CREATE TABLE cascade_read_again__leaf (id INT PRIMARY KEY AUTO_INCREMENT, m INT, CONSTRAINT cascade_read_again_leaf FOREIGN KEY (m) REFERENCES cascade_read_again__middle (id) ON DELETE CASCADE);
ALTER TABLE cascade_read_again__tag ADD label VARCHAR(20);
ALTER TABLE cascade_read_again AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO cascade_read_again VALUES (1, 'one'), (2, 'two');
INSERT INTO cascade_read_again__task VALUES (1, 1, 't1'), (2, 2, 't2');
INSERT INTO cascade_read_again__own VALUES (1, 'one'), (2, 'two');
INSERT INTO cascade_read_again__job VALUES (1, 1, 'j1'), (2, NULL, 'j2'), (3, 2, 'j3');
INSERT INTO cascade_read_again__code VALUES ('a', 'one'), ('b', 'two');
INSERT INTO cascade_read_again__tag VALUES (1, 'a', 'g1'), (2, 'b', 'g2');
INSERT INTO cascade_read_again__holder VALUES (1, 'one'), (2, 'two');
INSERT INTO cascade_read_again__place (id, holder, w) VALUES (1, 1, 'p1'), (2, 2, 'p2');
INSERT INTO cascade_read_again__buyer VALUES (1, 'one'), (2, 'two');
INSERT INTO cascade_read_again__order VALUES (1, 1, 'on'), (2, 2, 'on');
INSERT INTO cascade_read_again__line VALUES (1, 1, 'l1'), (2, 2, 'l2');
INSERT INTO cascade_read_again__top VALUES (1, 'one');
INSERT INTO cascade_read_again__middle VALUES (1, 1);
INSERT INTO cascade_read_again__leaf VALUES (1, 1);
-- [stream]
DELETE FROM cascade_read_again WHERE id = 1;
DELETE FROM cascade_read_again__own WHERE id = 1;
UPDATE cascade_read_again__code SET n = 'one!' WHERE code = 'a';
UPDATE cascade_read_again__code SET code = 'c' WHERE code = 'a';
DELETE FROM cascade_read_again__holder WHERE id = 1;
UPDATE cascade_read_again__order SET state = 'off' WHERE id = 1;
DELETE FROM cascade_read_again__buyer WHERE id = 1;
DELETE FROM cascade_read_again__top WHERE id = 1;
-- step: dismiss dead letters
-- step: read again: cascade_read_again
-- step: read again: cascade_read_again__task
-- step: read again: cascade_read_again__own
-- step: read again: cascade_read_again__job
-- step: read again: cascade_read_again__code
-- step: read again: cascade_read_again__tag
-- step: read again: cascade_read_again__holder
-- step: read again: cascade_read_again__place
-- step: read again: cascade_read_again__buyer
-- step: read again: cascade_read_again__order
-- step: read again: cascade_read_again__line
-- [comparison]
-- [rows]
SELECT w FROM cascade_read_again__task ORDER BY w
t2
SELECT w FROM cascade_read_again__job_held ORDER BY w
j3
SELECT w FROM cascade_read_again__job_free ORDER BY w
j1
j2
SELECT w, code, label FROM cascade_read_again__tag ORDER BY w
g1|c|c!
g2|b|b!
SELECT w, free FROM cascade_read_again__place ORDER BY w
p1|1
p2|0
SELECT w FROM cascade_read_again__line ORDER BY w
l2
SELECT COUNT(*) FROM cascade_read_again__leaf
0
