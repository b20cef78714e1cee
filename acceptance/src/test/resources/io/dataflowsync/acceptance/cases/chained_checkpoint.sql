-- The source is itself the target of a pipeline of the same name, so its schema has a dfs_checkpoint
-- Use: from 5.7 to a staging server, and from there on to the next; both pipelines are called alike, each with a broker of its own; the schema was copied by a dump.
-- Expected: the table is not carried, or the start is refused; in no case are the target's own checkpoints written to.
-- Basis: by reasoning.
-- Settings: ddl: apply
-- Pipeline: its own
-- [both]
CREATE TABLE chained_checkpoint (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [source]
CREATE TABLE dfs_checkpoint (topic VARCHAR(190) NOT NULL, lane INT NOT NULL, topic_offset BIGINT NOT NULL, event_id VARCHAR(512) NULL, owner_epoch BIGINT NOT NULL, changed_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6), PRIMARY KEY (topic, lane)) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
-- [target]
CREATE TABLE dfs_checkpoint (topic VARCHAR(190) NOT NULL, lane INT NOT NULL, topic_offset BIGINT NOT NULL, event_id VARCHAR(512) NULL, owner_epoch BIGINT NOT NULL, changed_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6), PRIMARY KEY (topic, lane)) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
ALTER TABLE chained_checkpoint AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO chained_checkpoint VALUES (1, 'a');
INSERT INTO dfs_checkpoint (topic, lane, topic_offset, event_id, owner_epoch) VALUES ('dfs.chainedcheckpoint.changes', 0, 70, NULL, 9), ('dfs.chainedcheckpoint.changes', 1, 70, NULL, 9), ('dfs.chainedcheckpoint.changes', 2, 70, NULL, 9), ('dfs.chainedcheckpoint.changes', 3, 70, NULL, 9);
-- [stream]
INSERT INTO chained_checkpoint VALUES (2, 'b');
-- step: await applied
UPDATE dfs_checkpoint SET topic_offset = topic_offset + 1;
INSERT INTO chained_checkpoint VALUES (3, 'c');
-- step: await applied
-- step: end dpu-service
INSERT INTO chained_checkpoint VALUES (4, 'd');
UPDATE dfs_checkpoint SET topic_offset = 1;
-- step: start dpu-service
UPDATE chained_checkpoint SET v = 'dd' WHERE id = 4;
-- [rows]
SELECT v FROM chained_checkpoint ORDER BY v
a
b
c
dd
