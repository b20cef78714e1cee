-- Foreign keys change columns of which a filter, a parting to two targets, an expression and a computed column are made
-- Use: only tasks that have a worker are on the target, a label is made of a code, a flag says whether a place is free; cancelled orders are not on the target, their lines are.
-- Expected: dead letters before the changes, since the target's foreign keys change the columns alone, and no event tells.
-- Basis: ON DELETE SET NULL, ON UPDATE CASCADE and ON DELETE CASCADE are in no event.
-- Settings: none
-- [pipeline]
cascade_read__task: { filter: "worker != null" }
cascade_read__job: { targets: [{ target: cascade_read__job_held, filter: "who != null" }, { target: cascade_read__job_free, filter: "who == null" }] }
cascade_read__tag: { columns: { label: { expression: "code + '!'" } } }
cascade_read__order: { filter: "state != 'off'" }
-- [both]
CREATE TABLE cascade_read (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE cascade_read__task (id INT PRIMARY KEY AUTO_INCREMENT, worker INT, w VARCHAR(9), CONSTRAINT cascade_read_task FOREIGN KEY (worker) REFERENCES cascade_read (id) ON DELETE SET NULL);
CREATE TABLE cascade_read__own (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE cascade_read__code (code VARCHAR(9) PRIMARY KEY, n VARCHAR(9));
CREATE TABLE cascade_read__tag (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), w VARCHAR(9), CONSTRAINT cascade_read_tag FOREIGN KEY (code) REFERENCES cascade_read__code (code) ON UPDATE CASCADE);
CREATE TABLE cascade_read__holder (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE cascade_read__buyer (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE cascade_read__order (id INT PRIMARY KEY AUTO_INCREMENT, c INT, state VARCHAR(9), CONSTRAINT cascade_read_order FOREIGN KEY (c) REFERENCES cascade_read__buyer (id) ON DELETE CASCADE);
CREATE TABLE cascade_read__line (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9), CONSTRAINT cascade_read_line FOREIGN KEY (o) REFERENCES cascade_read__order (id) ON DELETE CASCADE);
CREATE TABLE cascade_read__top (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE cascade_read__middle (id INT PRIMARY KEY AUTO_INCREMENT, t INT, CONSTRAINT cascade_read_middle FOREIGN KEY (t) REFERENCES cascade_read__top (id) ON DELETE CASCADE);
-- [source]
CREATE TABLE cascade_read__job (id INT PRIMARY KEY AUTO_INCREMENT, who INT, w VARCHAR(9), CONSTRAINT cascade_read_job FOREIGN KEY (who) REFERENCES cascade_read__own (id) ON DELETE SET NULL);
CREATE TABLE cascade_read__place (id INT PRIMARY KEY AUTO_INCREMENT, holder INT, w VARCHAR(9), free INT AS (holder IS NULL) VIRTUAL, CONSTRAINT cascade_read_place FOREIGN KEY (holder) REFERENCES cascade_read__holder (id) ON DELETE SET NULL);
CREATE TABLE cascade_read__leaf (id INT PRIMARY KEY AUTO_INCREMENT, m INT, CONSTRAINT cascade_read_leaf FOREIGN KEY (m) REFERENCES cascade_read__middle (id) ON DELETE CASCADE);
-- [target]
CREATE TABLE cascade_read__job_held (id INT PRIMARY KEY AUTO_INCREMENT, who INT, w VARCHAR(9), CONSTRAINT cascade_read_held FOREIGN KEY (who) REFERENCES cascade_read__own (id) ON DELETE SET NULL);
CREATE TABLE cascade_read__job_free (id INT PRIMARY KEY, who INT, w VARCHAR(9), CONSTRAINT cascade_read_free FOREIGN KEY (who) REFERENCES cascade_read__own (id) ON DELETE SET NULL);
CREATE TABLE cascade_read__place (id INT PRIMARY KEY AUTO_INCREMENT, holder INT, w VARCHAR(9), free INT, CONSTRAINT cascade_read_place FOREIGN KEY (holder) REFERENCES cascade_read__holder (id) ON DELETE SET NULL);
CREATE TABLE cascade_read__leaf (id INT PRIMARY KEY AUTO_INCREMENT, m INT, CONSTRAINT cascade_read_leaf FOREIGN KEY (m) REFERENCES cascade_read__middle (id) ON DELETE CASCADE);
ALTER TABLE cascade_read__tag ADD label VARCHAR(20);
ALTER TABLE cascade_read AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO cascade_read VALUES (1, 'one'), (2, 'two');
INSERT INTO cascade_read__task VALUES (1, 1, 't1'), (2, 2, 't2');
INSERT INTO cascade_read__own VALUES (1, 'one'), (2, 'two');
INSERT INTO cascade_read__job VALUES (1, 1, 'j1'), (2, NULL, 'j2'), (3, 2, 'j3');
INSERT INTO cascade_read__code VALUES ('a', 'one'), ('b', 'two');
INSERT INTO cascade_read__tag VALUES (1, 'a', 'g1'), (2, 'b', 'g2');
INSERT INTO cascade_read__holder VALUES (1, 'one'), (2, 'two');
INSERT INTO cascade_read__place (id, holder, w) VALUES (1, 1, 'p1'), (2, 2, 'p2');
INSERT INTO cascade_read__buyer VALUES (1, 'one'), (2, 'two');
INSERT INTO cascade_read__order VALUES (1, 1, 'on'), (2, 2, 'on');
INSERT INTO cascade_read__line VALUES (1, 1, 'l1'), (2, 2, 'l2');
INSERT INTO cascade_read__top VALUES (1, 'one');
INSERT INTO cascade_read__middle VALUES (1, 1);
INSERT INTO cascade_read__leaf VALUES (1, 1);
-- [stream]
DELETE FROM cascade_read WHERE id = 1;
DELETE FROM cascade_read__own WHERE id = 1;
UPDATE cascade_read__code SET n = 'one!' WHERE code = 'a';
UPDATE cascade_read__code SET code = 'c' WHERE code = 'a';
DELETE FROM cascade_read__holder WHERE id = 1;
UPDATE cascade_read__order SET state = 'off' WHERE id = 1;
DELETE FROM cascade_read__buyer WHERE id = 1;
DELETE FROM cascade_read__top WHERE id = 1;
-- [dead]
cascade_read 1 dead with a row of {schema}.cascade_read the source changes {schema}.cascade_read__task.[worker] by cascade_read_task (ON DELETE SET NULL), in no event, and the filter of {schema}.cascade_read__task would have to follow
cascade_read__own 1 dead with a row of {schema}.cascade_read__own the source changes {schema}.cascade_read__job.[who] by cascade_read_job (ON DELETE SET NULL), in no event, and the filter of {schema}.cascade_read__job would have to follow
cascade_read__code c dead with a row of {schema}.cascade_read__code the source changes {schema}.cascade_read__tag.[code] by cascade_read_tag (ON UPDATE CASCADE), in no event, and the expression of {schema}.cascade_read__tag.label would have to follow
cascade_read__holder 1 dead with a row of {schema}.cascade_read__holder the source changes {schema}.cascade_read__place.[holder] by cascade_read_place (ON DELETE SET NULL), in no event, and the computed column {schema}.cascade_read__place.free would have to follow
cascade_read__buyer 1 dead with a row of {schema}.cascade_read__buyer the source changes {schema}.cascade_read__order.[c] by cascade_read_order (ON DELETE CASCADE), in no event, and the filter of {schema}.cascade_read__order would have to follow
-- [rows]
SELECT n FROM cascade_read__code ORDER BY 1
one!
two
SELECT w FROM cascade_read__line ORDER BY 1
l1
l2
SELECT COUNT(*) FROM cascade_read__leaf
0
