CREATE TABLE cdc_log (
  id              BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event_id        VARCHAR(512) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  schema_name     VARCHAR(64) NULL,
  table_name      VARCHAR(64) NULL,
  action          VARCHAR(20) NOT NULL,
  lane            INT NOT NULL COMMENT '-1: every lane',
  binlog_file     VARCHAR(255) NOT NULL,
  binlog_position BIGINT UNSIGNED NOT NULL,
  row_index       INT NOT NULL,
  snapshot        VARCHAR(255) NULL,
  committed_at    DATETIME(6) NOT NULL COMMENT 'UTC',
  captured_at     DATETIME(6) NOT NULL COMMENT 'UTC',
  event           LONGTEXT NOT NULL,
  UNIQUE KEY event_id (event_id),
  KEY table_name (table_name, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE cdc_counter (
  schema_name VARCHAR(64) NOT NULL COMMENT 'empty: no table',
  table_name  VARCHAR(64) NOT NULL,
  action      VARCHAR(20) NOT NULL,
  events      BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (schema_name, table_name, action)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
