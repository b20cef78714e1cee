-- state: dead (rejected), waiting (behind another), applied (replayed), dismissed.
UPDATE dead_letter SET state = 'dead' WHERE state = 'waiting';

ALTER TABLE dead_letter
  MODIFY event_id VARCHAR(540) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  ADD COLUMN action VARCHAR(20) NOT NULL DEFAULT '' AFTER table_name,
  ADD COLUMN stack LONGTEXT NULL AFTER error,
  ADD COLUMN behind VARCHAR(540) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD COLUMN touched LONGTEXT NOT NULL DEFAULT '{"rows":[],"parents":[],"left":[],"tables":[],"binding":false}',
  ADD COLUMN attempts INT NOT NULL DEFAULT 1,
  ADD COLUMN changed_at DATETIME(6) NULL,
  -- What a person has asked for and the lane's owner has not done yet: replay, or dismiss.
  ADD COLUMN asked VARCHAR(10) NULL,
  ADD COLUMN asked_by VARCHAR(80) NULL,
  -- The event with other values, where somebody gave it some.
  ADD COLUMN edited LONGTEXT NULL,
  ADD KEY by_state (lane, state, topic_offset),
  ADD KEY by_request (lane, asked);

-- Whoever has a lower epoch than this has lost the lane, and writes nothing about it any more.
ALTER TABLE dpu_progress ADD COLUMN owner_epoch BIGINT NOT NULL DEFAULT 0;

-- What was done about dead letters, by whom, and what came of it.
CREATE TABLE dead_letter_trace (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event_id VARCHAR(540) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  traced_at DATETIME(6) NOT NULL COMMENT 'UTC',
  who VARCHAR(80) NOT NULL,
  action VARCHAR(20) NOT NULL,
  text LONGTEXT NOT NULL,
  KEY by_event (event_id, id)
) DEFAULT CHARSET = utf8mb4;
