-- Rows that the target deletes by itself along with those of an event, noted before its transaction commits: once it has, nothing else
-- tells them. Gone again when the event is logged.
CREATE TABLE vanished_row (
  lane INT NOT NULL,
  topic_offset BIGINT NOT NULL,
  target_table VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  new_key VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (lane, topic_offset, target_table, new_key)
) DEFAULT CHARSET = utf8mb4;
