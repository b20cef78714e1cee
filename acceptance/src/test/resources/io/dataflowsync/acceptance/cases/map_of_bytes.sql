-- Values of bytes are replaced by the pipeline file, as texts are
-- Use: tiers are VARBINARY, as in schemas of old: { map: { A: gold }, otherwise: basic }.
-- Expected: gold for the bytes of 'A'; or dead letters, since nobody can say it. Not basic for all.
-- Basis: the pipeline file; 'A' is equal to the bytes of 'A' in SQL.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
map_of_bytes: { columns: { tier: { map: { A: gold }, otherwise: basic } } }
-- [source]
CREATE TABLE map_of_bytes (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), tier VARBINARY(9));
-- [target]
CREATE TABLE map_of_bytes (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), tier VARCHAR(9)) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO map_of_bytes VALUES (1, 'a', 'A'), (2, 'b', 'B');
-- [stream]
INSERT INTO map_of_bytes VALUES (3, 'c', 'A');
UPDATE map_of_bytes SET tier = 'A' WHERE id = 2;
-- [rows]
SELECT v, tier FROM map_of_bytes ORDER BY v
a|gold
b|gold
c|gold
