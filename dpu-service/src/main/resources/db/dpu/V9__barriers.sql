-- Statements that change what rows mean: which lanes wait at them, or are past them. Gone again when all lanes are past.
CREATE TABLE barrier (
  topic VARCHAR(190) NOT NULL,
  event_id VARCHAR(512) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  lane INT NOT NULL,
  passed BOOLEAN NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (topic, event_id, lane)
) DEFAULT CHARSET = utf8mb4;
