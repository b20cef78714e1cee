-- A snapshot of one table, beside the stream: asked for, and done once done_at is there.
CREATE TABLE cdc_table_snapshot (
  id              BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  schema_name     VARCHAR(64) NOT NULL,
  table_name      VARCHAR(64) NOT NULL,
  asked_by        VARCHAR(255) NOT NULL,
  asked_at        DATETIME(6) NOT NULL COMMENT 'UTC',
  done_at         DATETIME(6) NULL COMMENT 'UTC',
  binlog_file     VARCHAR(255) NULL COMMENT 'the place that its rows belong to',
  binlog_position BIGINT UNSIGNED NULL,
  KEY by_table (schema_name, table_name, done_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The tables of the captured schemas at the last start, and whether the pipeline file left them out.
CREATE TABLE cdc_table (
  schema_name VARCHAR(64) NOT NULL,
  table_name  VARCHAR(64) NOT NULL,
  captured    BOOLEAN NOT NULL,
  PRIMARY KEY (schema_name, table_name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
