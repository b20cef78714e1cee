CREATE TABLE relationship (
  source_table VARCHAR(129) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  old_key VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  target_table VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  new_key VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  state VARCHAR(10) NOT NULL,
  reserved_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (source_table, old_key),
  UNIQUE KEY by_new_key (target_table, new_key)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE key_block (
  target_table VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  next_key BIGINT UNSIGNED NOT NULL,
  last_key BIGINT UNSIGNED NOT NULL
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE dpu_log (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event_id VARCHAR(512) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  lane INT NOT NULL,
  topic_offset BIGINT NOT NULL,
  schema_name VARCHAR(64) NULL,
  table_name VARCHAR(64) NULL,
  target_table VARCHAR(64) NULL,
  action VARCHAR(20) NOT NULL,
  snapshot VARCHAR(255) NULL,
  old_key VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  new_key VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  sql_text LONGTEXT NULL,
  status VARCHAR(10) NOT NULL,
  error_code VARCHAR(40) NULL,
  error LONGTEXT NULL,
  committed_at DATETIME(6) NOT NULL,
  captured_at DATETIME(6) NOT NULL,
  received_at DATETIME(6) NOT NULL,
  applied_at DATETIME(6) NOT NULL,
  UNIQUE KEY by_event (event_id),
  KEY by_snapshot (lane, action, snapshot, table_name, old_key(32))
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE dpu_counter (
  schema_name VARCHAR(64) NOT NULL,
  table_name VARCHAR(64) NOT NULL,
  action VARCHAR(20) NOT NULL,
  status VARCHAR(10) NOT NULL,
  events BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (schema_name, table_name, action, status)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE dpu_progress (
  topic VARCHAR(249) NOT NULL,
  lane INT NOT NULL,
  topic_offset BIGINT NOT NULL,
  event_id VARCHAR(512) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  changed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (topic, lane)
) DEFAULT CHARSET = utf8mb4;

-- The snapshots of a lane that no later one has to sweep: they came to their end, or have been swept.
CREATE TABLE closed_snapshot (
  lane INT NOT NULL,
  snapshot VARCHAR(255) NOT NULL,
  PRIMARY KEY (lane, snapshot)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE dead_letter (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event_id VARCHAR(512) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  lane INT NOT NULL,
  topic_offset BIGINT NOT NULL,
  schema_name VARCHAR(64) NULL,
  table_name VARCHAR(64) NULL,
  old_key VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  error_code VARCHAR(40) NOT NULL,
  error LONGTEXT NOT NULL,
  sql_text LONGTEXT NULL,
  event LONGTEXT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  state VARCHAR(10) NOT NULL,
  UNIQUE KEY by_event (event_id),
  KEY by_lane (lane, topic_offset)
) DEFAULT CHARSET = utf8mb4;
