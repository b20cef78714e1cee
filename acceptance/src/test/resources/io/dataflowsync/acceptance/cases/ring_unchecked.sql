-- A ring of NOT NULL references is loaded with the checks off while streaming
-- Use: a dump is loaded into the source.
-- Expected: both rows, and all that refer to them.
-- Basis: run; a snapshot of the same is right.
-- Settings: none
-- [both]
CREATE TABLE ring_unchecked__shop (id INT PRIMARY KEY AUTO_INCREMENT, boss_id INT NOT NULL);
CREATE TABLE ring_unchecked__clerk (id INT PRIMARY KEY AUTO_INCREMENT, shop_id INT NOT NULL, FOREIGN KEY (shop_id) REFERENCES ring_unchecked__shop (id));
ALTER TABLE ring_unchecked__shop ADD FOREIGN KEY (boss_id) REFERENCES ring_unchecked__clerk (id);
-- [stream]
SET foreign_key_checks = 0;
INSERT INTO ring_unchecked__shop VALUES (1, 1);
INSERT INTO ring_unchecked__clerk VALUES (1, 1);
SET foreign_key_checks = 1;
-- [comparison]
-- [rows]
SELECT COUNT(*) FROM ring_unchecked__shop s JOIN ring_unchecked__clerk c ON c.id = s.boss_id AND c.shop_id = s.id
1
