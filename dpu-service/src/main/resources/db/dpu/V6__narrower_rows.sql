-- Without the key of the row, new entries stand behind each other in this index; with it, each one stood somewhere else.
ALTER TABLE dpu_log
  DROP KEY by_snapshot,
  ADD KEY by_snapshot (lane, action, snapshot, table_name);

-- A state takes one byte whichever it is, so that another one is written in its place.
ALTER TABLE relationship
  MODIFY state ENUM('reserved', 'applied', 'deleted') NOT NULL;
