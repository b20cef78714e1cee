-- The imports of relationships: every service looks at the last one, so that it forgets what it knew of keys before.
CREATE TABLE relationship_import (
  id          BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  imported_at DATETIME(6) NOT NULL COMMENT 'UTC',
  imported    BIGINT NOT NULL COMMENT 'how many relationships were new, or replaced'
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
