-- Relationships as runs: the old keys first_old, first_old + 1, … have the new keys first_new, first_new + 1, …
-- The script may be run again after it was interrupted: the table of before is read to the end, and goes last.
DROP TABLE IF EXISTS relationship_table, relationship_run, relationship_single, relationship_state, relationship_island;

CREATE TABLE relationship_table (
  table_no INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  source_table VARCHAR(129) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  target_table VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  UNIQUE KEY by_source (source_table),
  KEY by_target (target_table)
) ENGINE = InnoDB;

CREATE TABLE relationship_run (
  table_no INT UNSIGNED NOT NULL,
  first_old BIGINT UNSIGNED NOT NULL,
  length INT UNSIGNED NOT NULL,
  first_new BIGINT UNSIGNED NOT NULL,
  reserved_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (table_no, first_old),
  UNIQUE KEY by_new_key (table_no, first_new)
) ENGINE = InnoDB;

-- The relationships of single keys. They take precedence over the runs.
CREATE TABLE relationship_single (
  table_no INT UNSIGNED NOT NULL,
  old_key DECIMAL(20) NOT NULL,
  new_key DECIMAL(20) NULL COMMENT 'NULL: none, even if a run contains the old key',
  changed_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (table_no, old_key),
  UNIQUE KEY by_new_key (table_no, new_key)
) ENGINE = InnoDB;

-- The states of 256 old keys, from 256 * line on, in four words of 64 bits. live: reserved or applied; came: applied or deleted.
CREATE TABLE relationship_state (
  table_no INT UNSIGNED NOT NULL,
  line BIGINT NOT NULL,
  live_0 BIGINT UNSIGNED NOT NULL,
  live_1 BIGINT UNSIGNED NOT NULL,
  live_2 BIGINT UNSIGNED NOT NULL,
  live_3 BIGINT UNSIGNED NOT NULL,
  came_0 BIGINT UNSIGNED NOT NULL,
  came_1 BIGINT UNSIGNED NOT NULL,
  came_2 BIGINT UNSIGNED NOT NULL,
  came_3 BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (table_no, line)
) ENGINE = InnoDB;

INSERT INTO relationship_table (source_table, target_table)
SELECT source_table, MIN(target_table) FROM relationship GROUP BY source_table;

-- Where at least 64 successive old keys have successive new keys, they become a run.
CREATE TABLE relationship_island (
  table_no INT UNSIGNED NOT NULL,
  old_key DECIMAL(20) NOT NULL,
  new_key DECIMAL(20) NOT NULL,
  state ENUM('reserved', 'applied', 'deleted') NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  shift DECIMAL(21) NOT NULL,
  island DECIMAL(21) NOT NULL,
  PRIMARY KEY (table_no, old_key),
  KEY by_island (table_no, shift, island)
) ENGINE = InnoDB;

INSERT INTO relationship_island
SELECT table_no, old_key, new_key, state, changed_at, new_key - old_key,
  old_key - ROW_NUMBER() OVER (PARTITION BY table_no, new_key - old_key ORDER BY old_key)
FROM (
  SELECT t.table_no, CAST(r.old_key AS DECIMAL(20)) AS old_key, CAST(r.new_key AS DECIMAL(20)) AS new_key, r.state, r.changed_at
  FROM relationship r JOIN relationship_table t ON t.source_table = r.source_table
  -- Values of references that are larger than any key were kept, too: no row has such a key.
  WHERE r.old_key REGEXP '^-?[0-9]{1,20}$' AND r.new_key REGEXP '^-?[0-9]{1,20}$'
) numbered;

INSERT INTO relationship_run (table_no, first_old, length, first_new, reserved_at)
SELECT table_no, MIN(old_key), COUNT(*), MIN(new_key), MIN(changed_at) FROM relationship_island
WHERE old_key BETWEEN 1 AND 9223372036854775807 AND new_key >= 0
GROUP BY table_no, shift, island HAVING COUNT(*) >= 64;

INSERT INTO relationship_single (table_no, old_key, new_key, changed_at)
SELECT i.table_no, i.old_key, i.new_key, i.changed_at
FROM relationship_island i LEFT JOIN (
  SELECT table_no, shift, island FROM relationship_island
  WHERE old_key BETWEEN 1 AND 9223372036854775807 AND new_key >= 0
  GROUP BY table_no, shift, island HAVING COUNT(*) >= 64
) runs ON runs.table_no = i.table_no AND runs.shift = i.shift AND runs.island = i.island
WHERE runs.table_no IS NULL OR i.old_key NOT BETWEEN 1 AND 9223372036854775807 OR i.new_key < 0;

INSERT INTO relationship_state (table_no, line, live_0, live_1, live_2, live_3, came_0, came_1, came_2, came_3)
SELECT table_no, line,
  BIT_OR(IF(state <> 'deleted' AND word = 4 * line + 0, bit, CAST(0 AS UNSIGNED))),
  BIT_OR(IF(state <> 'deleted' AND word = 4 * line + 1, bit, CAST(0 AS UNSIGNED))),
  BIT_OR(IF(state <> 'deleted' AND word = 4 * line + 2, bit, CAST(0 AS UNSIGNED))),
  BIT_OR(IF(state <> 'deleted' AND word = 4 * line + 3, bit, CAST(0 AS UNSIGNED))),
  BIT_OR(IF(state <> 'reserved' AND word = 4 * line + 0, bit, CAST(0 AS UNSIGNED))),
  BIT_OR(IF(state <> 'reserved' AND word = 4 * line + 1, bit, CAST(0 AS UNSIGNED))),
  BIT_OR(IF(state <> 'reserved' AND word = 4 * line + 2, bit, CAST(0 AS UNSIGNED))),
  BIT_OR(IF(state <> 'reserved' AND word = 4 * line + 3, bit, CAST(0 AS UNSIGNED)))
FROM (
  SELECT table_no, state, FLOOR(old_key / 256) AS line, FLOOR(old_key / 64) AS word,
    1 << (old_key - 64 * FLOOR(old_key / 64)) AS bit
  FROM relationship_island
) bits GROUP BY table_no, line;

DROP TABLE relationship_island;
DROP TABLE relationship;

-- For people: each old key with its new key. Old keys that no event has used are left out.
CREATE SQL SECURITY INVOKER VIEW relationship AS
SELECT t.source_table, CAST(k.old_key AS CHAR) AS old_key, t.target_table, CAST(k.new_key AS CHAR) AS new_key,
  CASE WHEN k.live & k.came & k.bit THEN 'applied' WHEN k.came & k.bit THEN 'deleted' ELSE 'reserved' END AS state
FROM (
  SELECT s.table_no, s.old_key, s.new_key, 1 << (s.old_key - 64 * FLOOR(s.old_key / 64)) AS bit,
    CASE FLOOR(s.old_key / 64) - 4 * w.line
      WHEN 0 THEN w.live_0 WHEN 1 THEN w.live_1 WHEN 2 THEN w.live_2 ELSE w.live_3 END AS live,
    CASE FLOOR(s.old_key / 64) - 4 * w.line
      WHEN 0 THEN w.came_0 WHEN 1 THEN w.came_1 WHEN 2 THEN w.came_2 ELSE w.came_3 END AS came
  FROM relationship_single s
  JOIN relationship_state w ON w.table_no = s.table_no AND w.line = FLOOR(s.old_key / 256)
  WHERE s.new_key IS NOT NULL
  UNION ALL
  SELECT n.table_no, n.old_key, n.first_new + (n.old_key - n.first_old), n.bit, n.live, n.came
  FROM (
    SELECT r.table_no, r.first_old, r.length, r.first_new, 256 * CAST(w.line AS DECIMAL(20)) + b.seq AS old_key, 1 << (b.seq % 64) AS bit,
      CASE b.seq DIV 64 WHEN 0 THEN w.live_0 WHEN 1 THEN w.live_1 WHEN 2 THEN w.live_2 ELSE w.live_3 END AS live,
      CASE b.seq DIV 64 WHEN 0 THEN w.came_0 WHEN 1 THEN w.came_1 WHEN 2 THEN w.came_2 ELSE w.came_3 END AS came
    FROM relationship_run r
    JOIN relationship_state w ON w.table_no = r.table_no
      AND w.line BETWEEN r.first_old DIV 256 AND (r.first_old + r.length - 1) DIV 256
    JOIN seq_0_to_255 b
  ) n
  WHERE n.old_key >= n.first_old AND n.old_key < n.first_old + n.length AND (n.live | n.came) & n.bit
    AND NOT EXISTS (SELECT 1 FROM relationship_single s WHERE s.table_no = n.table_no AND s.old_key = n.old_key)
) k JOIN relationship_table t ON t.table_no = k.table_no
WHERE (k.live | k.came) & k.bit;
