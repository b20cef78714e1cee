-- A map names a value with fewer digits than its column prints
-- Use: "0000-00-00": "1970-01-01" for a DATETIME.
-- Expected: the value is not left as it is in silence: the file is to be mended, and then it is replaced.
-- Basis: docs/type-mapping.md.
-- Settings: none
-- Pipeline: its own
-- [pipeline]
zero_day_mapped: { columns: { at: { map: { "0000-00-00": "1970-01-01" } } } }
-- [both]
CREATE TABLE zero_day_mapped (id INT PRIMARY KEY AUTO_INCREMENT, at DATETIME, n DECIMAL(5,2));
-- [stream]
SET SESSION sql_mode = '';
INSERT INTO zero_day_mapped VALUES (1, '0000-00-00 00:00:00', 1);
-- step: await applied
-- step: pipeline file: zero_day_mapped: { columns: { at: { map: { "0000-00-00 00:00:00": "1970-01-01" } }, n: { map: { "1.00": "2" } } } }
-- step: replay dead letters
-- [rows]
SELECT CAST(at AS CHAR), n FROM zero_day_mapped
1970-01-01 00:00:00|2.00
