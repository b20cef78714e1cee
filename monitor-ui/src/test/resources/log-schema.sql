CREATE TABLE cdc_log (
  id BIGINT AUTO_INCREMENT PRIMARY KEY, event_id VARCHAR(512) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE,
  schema_name VARCHAR(64) NULL, table_name VARCHAR(64) NULL, action VARCHAR(20) NOT NULL, lane INT NOT NULL,
  binlog_file VARCHAR(255) NOT NULL, binlog_position BIGINT UNSIGNED NOT NULL, row_index INT NOT NULL, snapshot VARCHAR(255) NULL,
  committed_at DATETIME(6) NOT NULL, captured_at DATETIME(6) NOT NULL, event LONGTEXT NOT NULL);
CREATE TABLE cdc_counter (
  schema_name VARCHAR(64) NOT NULL, table_name VARCHAR(64) NOT NULL, action VARCHAR(20) NOT NULL, events BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (schema_name, table_name, action));
CREATE TABLE dpu_log (
  id BIGINT AUTO_INCREMENT PRIMARY KEY, event_id VARCHAR(512) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE,
  lane INT NOT NULL, topic_offset BIGINT NOT NULL, schema_name VARCHAR(64) NULL, table_name VARCHAR(64) NULL,
  target_table VARCHAR(64) NULL, action VARCHAR(20) NOT NULL, snapshot VARCHAR(255) NULL, old_key VARCHAR(255) NULL,
  new_key VARCHAR(255) NULL, sql_text LONGTEXT NULL, status VARCHAR(10) NOT NULL, error_code VARCHAR(40) NULL, error LONGTEXT NULL,
  committed_at DATETIME(6) NOT NULL, captured_at DATETIME(6) NOT NULL, received_at DATETIME(6) NOT NULL,
  applied_at DATETIME(6) NOT NULL);
CREATE TABLE dpu_counter (
  schema_name VARCHAR(64) NOT NULL, table_name VARCHAR(64) NOT NULL, action VARCHAR(20) NOT NULL, status VARCHAR(10) NOT NULL,
  events BIGINT UNSIGNED NOT NULL, PRIMARY KEY (schema_name, table_name, action, status));
CREATE TABLE dpu_progress (
  topic VARCHAR(249) NOT NULL, lane INT NOT NULL, topic_offset BIGINT NOT NULL, event_id VARCHAR(512) NOT NULL,
  changed_at DATETIME(6) NOT NULL, PRIMARY KEY (topic, lane));
CREATE TABLE dead_letter (
  id BIGINT AUTO_INCREMENT PRIMARY KEY, event_id VARCHAR(540) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE,
  lane INT NOT NULL, topic_offset BIGINT NOT NULL, schema_name VARCHAR(64) NULL, table_name VARCHAR(64) NULL,
  action VARCHAR(20) NOT NULL DEFAULT '', old_key VARCHAR(255) NULL, error_code VARCHAR(40) NOT NULL, error LONGTEXT NOT NULL,
  stack LONGTEXT NULL, sql_text LONGTEXT NULL, event LONGTEXT NOT NULL, created_at DATETIME(6) NOT NULL, state VARCHAR(10) NOT NULL,
  behind VARCHAR(540) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL, attempts INT NOT NULL DEFAULT 1, changed_at DATETIME(6) NULL,
  asked VARCHAR(10) NULL, asked_by VARCHAR(80) NULL, edited LONGTEXT NULL);
CREATE TABLE dead_letter_trace (
  id BIGINT AUTO_INCREMENT PRIMARY KEY, event_id VARCHAR(540) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  traced_at DATETIME(6) NOT NULL, who VARCHAR(80) NOT NULL, action VARCHAR(20) NOT NULL, text LONGTEXT NOT NULL)
