-- The target has a trigger of its own, which a schema dump brought along
-- Use: the schema was copied with its triggers; the source's triggers have fired already when their rows are in the binlog.
-- Expected: the row as below is what a target without the trigger has, or what it has where DFS keeps the trigger from changing it; at the least the trigger is named at the start, which is refused
-- or not.
-- Basis: by reasoning.
-- Settings: none
-- Pipeline: its own
-- [both]
CREATE TABLE trigger_of_the_target (id INT PRIMARY KEY AUTO_INCREMENT, made DATETIME);
-- [target]
CREATE TRIGGER trigger_of_the_target_made BEFORE INSERT ON trigger_of_the_target FOR EACH ROW SET NEW.made = NOW();
-- [before]
INSERT INTO trigger_of_the_target VALUES (1, '2001-02-03 04:05:06');
-- [or said]
trigger_of_the_target_made
-- [rows]
SELECT id > 0, made FROM trigger_of_the_target
1|2001-02-03 04:05:06
