-- The source is itself the target of a pipeline of the same name; its checkpoint is lower than ours by little, and goes on
-- Use: from 5.7 to a staging server, and from there on to the next; both pipelines are called alike, each with a broker of its own; the schema was copied by a dump.
-- Expected: the table is not carried, or the start is refused; in no case are the target's own checkpoints written to.
-- Basis: by reasoning.
-- Settings: ddl: apply
-- Pipeline: its own
-- [both]
CREATE TABLE chained_rows_lost (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [source]
CREATE TABLE dfs_checkpoint (topic VARCHAR(190) NOT NULL, lane INT NOT NULL, topic_offset BIGINT NOT NULL, event_id VARCHAR(512) NULL, owner_epoch BIGINT NOT NULL, changed_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6), PRIMARY KEY (topic, lane)) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
-- [target]
CREATE TABLE dfs_checkpoint (topic VARCHAR(190) NOT NULL, lane INT NOT NULL, topic_offset BIGINT NOT NULL, event_id VARCHAR(512) NULL, owner_epoch BIGINT NOT NULL, changed_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6), PRIMARY KEY (topic, lane)) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
ALTER TABLE chained_rows_lost AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO chained_rows_lost VALUES (1, 'a');
INSERT INTO dfs_checkpoint (topic, lane, topic_offset, event_id, owner_epoch) VALUES ('dfs.chainedrowslost.changes', 0, 4, NULL, 1), ('dfs.chainedrowslost.changes', 1, 4, NULL, 1), ('dfs.chainedrowslost.changes', 2, 4, NULL, 1), ('dfs.chainedrowslost.changes', 3, 4, NULL, 1);
-- [stream]
UPDATE dfs_checkpoint SET topic_offset = 5;
SELECT SLEEP(10);
-- step: end dpu-service
INSERT INTO chained_rows_lost VALUES (2, 'r2');
INSERT INTO chained_rows_lost VALUES (3, 'r3');
INSERT INTO chained_rows_lost VALUES (4, 'r4');
INSERT INTO chained_rows_lost VALUES (5, 'r5');
INSERT INTO chained_rows_lost VALUES (6, 'r6');
INSERT INTO chained_rows_lost VALUES (7, 'r7');
INSERT INTO chained_rows_lost VALUES (8, 'r8');
INSERT INTO chained_rows_lost VALUES (9, 'r9');
INSERT INTO chained_rows_lost VALUES (10, 'r10');
INSERT INTO chained_rows_lost VALUES (11, 'r11');
INSERT INTO chained_rows_lost VALUES (12, 'r12');
INSERT INTO chained_rows_lost VALUES (13, 'r13');
SELECT SLEEP(5);
-- step: start dpu-service
-- [rows]
SELECT v FROM chained_rows_lost ORDER BY v
a
r10
r11
r12
r13
r2
r3
r4
r5
r6
r7
r8
r9
