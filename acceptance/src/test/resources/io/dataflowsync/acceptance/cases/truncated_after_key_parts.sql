-- TRUNCATE of tables whose keys follow a key of two columns of which one gets new values, and a unique value that a partial row changes
-- Use: articles by tenant, and details of them.
-- Expected: all rows that came from the source are gone; those of the target's own stay.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- [both]
CREATE TABLE truncated_after_key_parts__tenant (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE truncated_after_key_parts (tenant INT, code VARCHAR(9), name VARCHAR(20) NOT NULL, PRIMARY KEY (tenant, code), UNIQUE KEY (name), CONSTRAINT of_tenant FOREIGN KEY (tenant) REFERENCES truncated_after_key_parts__tenant (id) ON UPDATE CASCADE);
CREATE TABLE truncated_after_key_parts__detail (tenant INT, code VARCHAR(9), nr DECIMAL(5,2), n VARCHAR(9), PRIMARY KEY (code, nr, tenant), CONSTRAINT detail_of FOREIGN KEY (tenant, code) REFERENCES truncated_after_key_parts (tenant, code) ON UPDATE CASCADE ON DELETE CASCADE);
CREATE TABLE truncated_after_key_parts__name (name VARCHAR(20) PRIMARY KEY, n VARCHAR(9), CONSTRAINT name_of FOREIGN KEY (name) REFERENCES truncated_after_key_parts (name) ON UPDATE CASCADE);
CREATE TABLE truncated_after_key_parts__word (name VARCHAR(20), lang CHAR(2), n VARCHAR(9), PRIMARY KEY (lang, name), CONSTRAINT word_of FOREIGN KEY (name) REFERENCES truncated_after_key_parts__name (name) ON UPDATE CASCADE);
-- [target]
ALTER TABLE truncated_after_key_parts__tenant AUTO_INCREMENT = 1001;
INSERT INTO truncated_after_key_parts__tenant VALUES (7, 'own');
INSERT INTO truncated_after_key_parts VALUES (7, 'own', 'own');
INSERT INTO truncated_after_key_parts__detail VALUES (7, 'own', 1, 'own');
INSERT INTO truncated_after_key_parts__name VALUES ('own', 'own');
INSERT INTO truncated_after_key_parts__word VALUES ('own', 'de', 'own');
-- [before]
INSERT INTO truncated_after_key_parts__tenant VALUES (1, 'one'), (2, 'two');
INSERT INTO truncated_after_key_parts VALUES (1, 'a', 'apple'), (1, 'b', 'birne'), (2, 'a', 'quitte');
INSERT INTO truncated_after_key_parts__detail VALUES (1, 'a', 1.5, '1a'), (1, 'b', 2, '1b'), (2, 'a', 3, '2a');
INSERT INTO truncated_after_key_parts__name VALUES ('apple', 'A'), ('birne', 'B');
INSERT INTO truncated_after_key_parts__word VALUES ('apple', 'en', 'A'), ('birne', 'de', 'B');
-- [stream]
UPDATE truncated_after_key_parts SET code = 'aa' WHERE tenant = 1 AND code = 'a';
UPDATE truncated_after_key_parts__tenant SET id = 9 WHERE id = 1;
UPDATE truncated_after_key_parts SET tenant = 2, code = 'c' WHERE tenant = 9 AND code = 'b';
UPDATE truncated_after_key_parts SET name = 'Apfel' WHERE name = 'apple';
SET SESSION binlog_row_image = 'MINIMAL';
UPDATE truncated_after_key_parts SET name = 'Birne!' WHERE name = 'birne';
UPDATE truncated_after_key_parts SET code = 'aaa' WHERE code = 'aa';
SET SESSION binlog_row_image = 'FULL';
TRUNCATE TABLE truncated_after_key_parts__detail;
TRUNCATE TABLE truncated_after_key_parts__word;
SET foreign_key_checks = 0;
TRUNCATE TABLE truncated_after_key_parts__name;
SET foreign_key_checks = 1;
INSERT INTO truncated_after_key_parts__detail VALUES (9, 'aaa', 8, 'new');
-- [rows]
SELECT t.n, d.code, d.nr, d.n FROM truncated_after_key_parts__detail d LEFT JOIN truncated_after_key_parts__tenant t ON t.id = d.tenant WHERE d.n <> 'own'
one|aaa|8.00|new
SELECT COUNT(*) FROM truncated_after_key_parts__detail WHERE n NOT IN ('own', 'new')
0
SELECT name FROM truncated_after_key_parts__name WHERE n <> 'own'
SELECT name FROM truncated_after_key_parts__word WHERE n <> 'own'
