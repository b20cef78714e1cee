CREATE TABLE cdc_skipped (
  id         BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  place      VARCHAR(512) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'file:position, or an event id',
  code       VARCHAR(40) NOT NULL,
  statement  LONGTEXT NOT NULL COMMENT 'what stands there',
  skipped_by VARCHAR(255) NOT NULL,
  skipped_at DATETIME(6) NOT NULL COMMENT 'UTC',
  KEY place (place)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
