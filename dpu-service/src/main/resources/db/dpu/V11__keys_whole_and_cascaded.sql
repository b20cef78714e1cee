-- The keys of a table that is emptied are read from here, so they are whole.
ALTER TABLE dpu_log
  MODIFY new_key VARCHAR(8000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;

-- Keys that the target has changed by itself, along with a row of another table: no event tells of them.
CREATE TABLE cascaded_key (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  target_table VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  key_before LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'by column; what is not named: any value',
  key_after LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'by column; what is not named: as it was',
  KEY by_table (target_table)
) DEFAULT CHARSET = utf8mb4;
