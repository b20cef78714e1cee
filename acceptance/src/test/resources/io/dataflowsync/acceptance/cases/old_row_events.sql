-- The source writes row events of the first version, without checksums
-- Use: log_bin_use_v1_row_events and binlog_checksum = NONE, left from the days when a replica was older.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: its own
-- Source: --log-bin-use-v1-row-events=ON --binlog-checksum=NONE
-- [both]
CREATE TABLE old_row_events (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), n INT);
CREATE TABLE old_row_events__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT ore_1 FOREIGN KEY (p) REFERENCES old_row_events (id) ON DELETE CASCADE);
CREATE TABLE old_row_events__loose (v VARCHAR(9), p INT, j JSON);
-- [target]
ALTER TABLE old_row_events AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO old_row_events VALUES (1, 'a', 1), (2, 'b', 2);
INSERT INTO old_row_events__kid VALUES (1, 1, 'k1'), (2, 2, 'k2');
-- [stream]
-- step: end dpu-service
INSERT INTO old_row_events VALUES (3, 'c', 3), (4, NULL, 4);
INSERT INTO old_row_events__loose VALUES ('x', 7, '[1, {"a": 2}]'), ('x', 7, '[1, {"a": 2}]'), (NULL, NULL, NULL);
SET SESSION binlog_row_image = 'MINIMAL';
UPDATE old_row_events SET n = 30 WHERE id = 3;
DELETE FROM old_row_events WHERE id = 4;
SET SESSION binlog_row_image = 'FULL';
SET SESSION foreign_key_checks = 0;
DELETE FROM old_row_events WHERE id = 1;
INSERT INTO old_row_events__kid VALUES (3, 9, 'k3');
SET SESSION foreign_key_checks = 1;
ALTER TABLE old_row_events ADD COLUMN w VARCHAR(9) NOT NULL DEFAULT 'new' AFTER id;
UPDATE old_row_events SET w = 'w', v = 'bb' WHERE id = 2;
INSERT INTO old_row_events VALUES (1, 'w1', 'a2', 11), (9, 'w9', 'i', 9);
DELETE FROM old_row_events__loose WHERE v = 'x' LIMIT 1;
UPDATE old_row_events__loose SET v = 'y' WHERE v IS NULL;
DELETE FROM old_row_events WHERE id = 2;
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT w, v, n FROM old_row_events ORDER BY n
w9|i|9
w1|a2|11
new|c|30
SELECT k.w, p.v FROM old_row_events__kid k LEFT JOIN old_row_events p ON p.id = k.p ORDER BY k.w
k1|a2
k3|i
SELECT v, p, j FROM old_row_events__loose ORDER BY v
x|7|[1, {"a": 2}]
y|null|null
