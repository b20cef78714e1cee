-- The server's own defaults: MyISAM, latin1, no strict mode, and TIMESTAMP columns that may be NULL
-- Use: an old my.cnf. Tables are made without a word of engine and character set, with foreign keys that MyISAM ignores.
-- Expected: the source's rows; the column that the pipeline file names refers to its parents.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: its own
-- Source: --default-storage-engine=MyISAM --character-set-server=latin1 --sql-mode= --explicit-defaults-for-timestamp=ON
-- [pipeline]
server_of_old_defaults__kid: { references: { p: server_of_old_defaults } }
-- [both]
CREATE TABLE server_of_old_defaults__first (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [stream]
SET SESSION sql_mode = '';
-- step: end dpu-service
CREATE TABLE server_of_old_defaults (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), made TIMESTAMP, seen TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP);
CREATE TABLE server_of_old_defaults__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT NOT NULL, w VARCHAR(20), FOREIGN KEY (p) REFERENCES server_of_old_defaults (id) ON DELETE CASCADE);
INSERT INTO server_of_old_defaults (id, v, seen) VALUES (1, 'größer als', '2001-02-03 04:05:06'), (2, 'b', '2001-02-03 04:05:06');
INSERT INTO server_of_old_defaults__kid VALUES (1, 1, 'straße'), (2, 2, 'k2'), (3, 2, 'k3');
DELETE FROM server_of_old_defaults WHERE id = 2;
ALTER TABLE server_of_old_defaults ADD COLUMN day DATE NOT NULL, ADD COLUMN at TIMESTAMP, ADD COLUMN e ENUM('ä','ö') NOT NULL;
UPDATE server_of_old_defaults SET e = 'ö', seen = seen WHERE id = 1;
INSERT INTO server_of_old_defaults (id, v, day, seen, e) VALUES (3, 'c', '2021-13-45', '2001-02-03 04:05:06', 'nope');
ALTER TABLE server_of_old_defaults ENGINE = InnoDB;
INSERT INTO server_of_old_defaults__kid VALUES (4, 3, 'k4');
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT v, made, seen, day, at, e FROM server_of_old_defaults ORDER BY v
c|null|2001-02-03 04:05:06|0000-00-00|null|
größer al|null|2001-02-03 04:05:06|0000-00-00|null|ö
SELECT k.w, p.v FROM server_of_old_defaults__kid k LEFT JOIN server_of_old_defaults p ON p.id = k.p ORDER BY k.w
k2|null
k3|null
k4|c
straße|größer al
