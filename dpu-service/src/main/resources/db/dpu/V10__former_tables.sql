-- Tables of the source that got another name, or are gone: whose rows those were that dpu_log has under a name up to a row of it.
CREATE TABLE former_table (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  schema_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  table_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  later_schema VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'NULL: the table is gone',
  later_table VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  last_logged BIGINT NOT NULL COMMENT 'the last row of dpu_log before that'
) DEFAULT CHARSET = utf8mb4;
