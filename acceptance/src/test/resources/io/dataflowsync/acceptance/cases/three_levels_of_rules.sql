-- Codes change places within a transaction, over a key of two columns and a table without a key, and each level has another rule, behind
-- Use: regions, shops and sales; two regions exchange their codes.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE three_levels_of_rules (code VARCHAR(9) NOT NULL PRIMARY KEY, v VARCHAR(9));
CREATE TABLE three_levels_of_rules__shop (region VARCHAR(9) NOT NULL, nr INT NOT NULL, v VARCHAR(9), PRIMARY KEY (region, nr), CONSTRAINT tlr_1 FOREIGN KEY (region) REFERENCES three_levels_of_rules (code) ON UPDATE CASCADE ON DELETE CASCADE);
CREATE TABLE three_levels_of_rules__sale (id INT PRIMARY KEY AUTO_INCREMENT, region VARCHAR(9), nr INT, w VARCHAR(9), CONSTRAINT tlr_2 FOREIGN KEY (region, nr) REFERENCES three_levels_of_rules__shop (region, nr) ON UPDATE CASCADE ON DELETE SET NULL);
CREATE TABLE three_levels_of_rules__tag (region VARCHAR(9) NOT NULL, nr INT NOT NULL, t VARCHAR(9), CONSTRAINT tlr_3 FOREIGN KEY (region, nr) REFERENCES three_levels_of_rules__shop (region, nr) ON UPDATE CASCADE ON DELETE CASCADE);
-- [before]
INSERT INTO three_levels_of_rules VALUES ('n', 'north'), ('s', 'south');
INSERT INTO three_levels_of_rules__shop VALUES ('n', 1, 'n1'), ('s', 1, 's1'), ('s', 2, 's2');
INSERT INTO three_levels_of_rules__sale VALUES (1, 'N', 1, 'a'), (2, 's', 1, 'b'), (3, 's', 2, 'c');
INSERT INTO three_levels_of_rules__tag VALUES ('n', 1, 'x'), ('n', 1, 'x'), ('S', 1, 'y');
-- [stream]
-- step: end dpu-service
START TRANSACTION;
UPDATE three_levels_of_rules SET code = 'tmp' WHERE code = 'n';
UPDATE three_levels_of_rules SET code = 'n' WHERE code = 's';
UPDATE three_levels_of_rules SET code = 's' WHERE code = 'tmp';
INSERT INTO three_levels_of_rules__shop VALUES ('N', 9, 'n9');
UPDATE three_levels_of_rules__tag SET t = 'yy' WHERE region = 'N' AND nr = 1;
UPDATE three_levels_of_rules__sale SET w = 'aa' WHERE region = 'S';
UPDATE three_levels_of_rules__shop SET v = 'n1 is s' WHERE region = 's' AND nr = 1;
COMMIT;
DELETE FROM three_levels_of_rules__tag WHERE region = 's' LIMIT 1;
UPDATE three_levels_of_rules__shop SET nr = nr + 10 WHERE region = 'n' ORDER BY nr DESC;
DELETE FROM three_levels_of_rules WHERE code = 'S';
INSERT INTO three_levels_of_rules VALUES ('s', 'new');
INSERT INTO three_levels_of_rules__shop VALUES ('s', 1, 's1b');
INSERT INTO three_levels_of_rules__tag VALUES ('S', 1, 'z');
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT s.region, s.nr, s.v, r.v FROM three_levels_of_rules__shop s LEFT JOIN three_levels_of_rules r ON r.code = s.region ORDER BY s.v
N|19|n9|south
n|11|s1|south
s|1|s1b|new
n|12|s2|south
SELECT w, region, nr FROM three_levels_of_rules__sale ORDER BY id
aa|null|null
b|n|11
c|n|12
SELECT t, region, nr FROM three_levels_of_rules__tag ORDER BY t
yy|n|11
z|S|1
