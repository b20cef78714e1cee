-- Names differ in case and accents, and keys in blanks at their end: they are compared as they are.
ALTER TABLE dpu_log
  MODIFY schema_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  MODIFY table_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  MODIFY target_table VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;

ALTER TABLE dpu_counter
  MODIFY schema_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  MODIFY table_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;

ALTER TABLE dead_letter
  MODIFY schema_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  MODIFY table_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;

ALTER TABLE halted_schema_change
  MODIFY schema_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  MODIFY table_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;

-- A key that a row has given up without being deleted, by a change of its key or by a filter, may be another's by now.
ALTER TABLE dpu_log
  ADD COLUMN left_key TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL AFTER new_key;
