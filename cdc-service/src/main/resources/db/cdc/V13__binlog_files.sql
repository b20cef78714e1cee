-- The source's binlog files that were read: those of another server, or of a server whose binlogs were begun anew, differ in who began them, or when.
CREATE TABLE cdc_binlog_file (
  file        VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  server_uuid VARCHAR(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'of the server that it was read from',
  began       BIGINT NOT NULL COMMENT 'when it was begun by that server''s clock, in seconds since 1970'
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
