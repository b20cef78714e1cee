-- The event with which a snapshot ends, noted before it is published: where it is on the topic, the snapshot is done.
ALTER TABLE cdc_table_snapshot ADD COLUMN ended_by VARCHAR(700) NULL COMMENT 'id of the event' AFTER asked_at;

-- The schemas that the pipeline file captured at the last start.
CREATE TABLE cdc_schema (
  schema_name VARCHAR(64) NOT NULL PRIMARY KEY
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
