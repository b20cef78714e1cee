-- Two columns change names in one ALTER, and dpu-service is killed after the target has run it and before the checkpoint is committed
-- Use: a machine goes down.
-- Expected: the statement is not run a second time, which would swap them back.
-- Basis: docs/guarantees.md: a schema change is run once; the source's rows.
-- Settings: ddl: apply
-- Pipeline: its own
-- [both]
CREATE TABLE swap_run_twice (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), a INT, b INT);
-- [target]
ALTER TABLE swap_run_twice AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO swap_run_twice VALUES (1, 'x', 1, 10), (2, 'y', 2, 20);
-- [stream]
-- step: await applied
-- step: on target: CREATE TRIGGER swap_run_twice_slow BEFORE UPDATE ON dfs_checkpoint FOR EACH ROW SET @slept = SLEEP(40)
ALTER TABLE swap_run_twice CHANGE a b INT, CHANGE b a INT;
SELECT SLEEP(15);
-- step: end dpu-service
-- step: on target: DROP TRIGGER swap_run_twice_slow
-- step: start dpu-service
INSERT INTO swap_run_twice (id, v, a, b) VALUES (3, 'z', 30, 3);
-- [comparison]
-- [rows]
SELECT v, a, b FROM swap_run_twice ORDER BY v
x|10|1
y|20|2
z|30|3
