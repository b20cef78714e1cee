ALTER TABLE cdc_skipped
  ADD COLUMN definition LONGTEXT NOT NULL DEFAULT '' COMMENT 'the CREATE TABLE that came with the skip; empty where none did'
  AFTER statement;
