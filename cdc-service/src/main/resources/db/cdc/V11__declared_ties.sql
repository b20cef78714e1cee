-- How the pipeline file ties tables, beside their foreign keys. Another file holds from a statement on at which all lanes can meet.
CREATE TABLE cdc_ties (
  id    BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  since VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'file:position of the statement; empty: from the beginning',
  ties  LONGTEXT NOT NULL COMMENT 'JSON: who refers to whom'
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
