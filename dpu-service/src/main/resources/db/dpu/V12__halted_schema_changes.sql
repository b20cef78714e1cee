-- Schema changes at which a lane stands still, and who has asked to pass them. Gone when the lane has come past.
CREATE TABLE halted_schema_change (
  topic VARCHAR(190) NOT NULL,
  event_id VARCHAR(512) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  lane INT NOT NULL,
  schema_name VARCHAR(64) NULL,
  table_name VARCHAR(64) NULL,
  ddl LONGTEXT NOT NULL,
  error LONGTEXT NOT NULL,
  halted_at DATETIME(6) NOT NULL,
  passed_by VARCHAR(80) NULL,
  passed_at DATETIME(6) NULL,
  PRIMARY KEY (topic, event_id)
) DEFAULT CHARSET = utf8mb4;
