-- The pipelines' topics as they were last seen: what they were named by the broker, and what their partitions' ends had reached.
CREATE TABLE cdc_topic (
  topic         VARCHAR(249) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  lane          INT NOT NULL COMMENT 'the partition',
  topic_id      VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  end_offset    BIGINT NOT NULL,
  logged_before BIGINT NOT NULL COMMENT 'the last row of cdc_log when the topic was seen first: those up to it are of an earlier one',
  PRIMARY KEY (topic, lane)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
