-- Statements in the binlog beside their rows, one event of rows in many parts, and a new binlog every few events, while cdc-service is away
-- Use: binlog_rows_query_log_events for audits; a small max_binlog_size.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: its own
-- Source: --binlog-rows-query-log-events=ON --binlog-row-event-max-size=256 --max-binlog-size=4096
-- [both]
CREATE TABLE many_small_binlogs (id INT PRIMARY KEY AUTO_INCREMENT, place INT NOT NULL, v VARCHAR(99), UNIQUE KEY (place));
CREATE TABLE many_small_binlogs__kid (id INT PRIMARY KEY AUTO_INCREMENT, place INT, w VARCHAR(9), CONSTRAINT msb_1 FOREIGN KEY (place) REFERENCES many_small_binlogs (place) ON UPDATE CASCADE ON DELETE SET NULL);
-- [target]
ALTER TABLE many_small_binlogs AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO many_small_binlogs VALUES (1, 1, 'a'), (2, 2, 'b'), (3, 3, 'c'), (4, 4, 'd');
INSERT INTO many_small_binlogs__kid VALUES (1, 1, 'k1'), (2, 4, 'k4');
-- [stream]
-- step: end dpu-service
-- step: end cdc-service
INSERT INTO many_small_binlogs (place, v) SELECT place + 10, REPEAT(v, 60) FROM many_small_binlogs;
UPDATE many_small_binlogs SET place = place + 1 ORDER BY place DESC;
ALTER TABLE many_small_binlogs ADD COLUMN n INT NOT NULL DEFAULT 5 AFTER place;
UPDATE many_small_binlogs SET v = REPEAT(LEFT(v, 1), 90), n = place ORDER BY id;
INSERT INTO many_small_binlogs__kid (place, w) SELECT place, CONCAT('m', place) FROM many_small_binlogs WHERE place > 10;
UPDATE many_small_binlogs SET place = place - 1 ORDER BY place;
FLUSH LOGS;
ALTER TABLE many_small_binlogs CHANGE n m INT FIRST, DROP COLUMN v;
DELETE FROM many_small_binlogs WHERE place = 4;
ALTER TABLE many_small_binlogs ADD COLUMN v VARCHAR(9) NOT NULL DEFAULT 'v';
INSERT INTO many_small_binlogs (m, place, v) VALUES (40, 4, 'd2');
INSERT INTO many_small_binlogs__kid (place, w) VALUES (4, 'k5');
-- step: start cdc-service
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT m, place, v FROM many_small_binlogs ORDER BY place
2|1|v
3|2|v
4|3|v
40|4|d2
12|11|v
13|12|v
14|13|v
15|14|v
SELECT k.w, k.place, p.m FROM many_small_binlogs__kid k LEFT JOIN many_small_binlogs p ON p.place = k.place ORDER BY k.w
k1|1|2
k4|null|null
k5|4|40
m12|11|12
m13|12|13
m14|13|14
m15|14|15
