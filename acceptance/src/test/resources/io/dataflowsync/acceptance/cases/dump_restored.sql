-- A dump makes and fills a child before its parent exists, with the checks off, behind
-- Expected: a halt at the first row that refers to a table which the target has not yet; what its text says leads on.
-- Basis: run on 5.7.22.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE dump_restored (id INT PRIMARY KEY);
-- [target]
CREATE TABLE dump_restored (id INT PRIMARY KEY);
CREATE TABLE dump_restored__c (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
INSERT INTO dump_restored__c (v) VALUES ('own');
DROP TABLE dump_restored__c;
-- [stream]
-- step: end dpu-service
SET foreign_key_checks = 0, unique_checks = 0;
DROP TABLE IF EXISTS dump_restored__a;
CREATE TABLE dump_restored__a (id INT NOT NULL AUTO_INCREMENT, p INT, b INT, w VARCHAR(9), PRIMARY KEY (id), KEY p (p), CONSTRAINT hzd_1 FOREIGN KEY (p) REFERENCES dump_restored__c (id) ON DELETE CASCADE, CONSTRAINT hzd_2 FOREIGN KEY (b) REFERENCES dump_restored__b (id));
INSERT INTO dump_restored__a VALUES (1, 7, 9, 'k1'), (2, 8, 9, 'k2'), (3, 8, NULL, 'k3');
DROP TABLE IF EXISTS dump_restored__b;
CREATE TABLE dump_restored__b (id INT NOT NULL AUTO_INCREMENT, p INT, w VARCHAR(9), PRIMARY KEY (id), CONSTRAINT hzd_3 FOREIGN KEY (p) REFERENCES dump_restored__c (id));
INSERT INTO dump_restored__b VALUES (9, 7, 'b9');
DROP TABLE IF EXISTS dump_restored__c;
CREATE TABLE dump_restored__c (id INT NOT NULL AUTO_INCREMENT, v VARCHAR(9), PRIMARY KEY (id));
INSERT INTO dump_restored__c VALUES (7, 'seven'), (8, 'eight');
SET foreign_key_checks = 1, unique_checks = 1;
INSERT INTO dump_restored__a VALUES (4, 7, NULL, 'k4');
-- step: start dpu-service
-- step: halted target-misfit: on target: CREATE TABLE dump_restored__c (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, v VARCHAR(9))
-- step: halted target-misfit: on target: CREATE TABLE dump_restored__b (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, p INT, w VARCHAR(9))
DELETE FROM dump_restored__a WHERE id = 2;
DELETE FROM dump_restored__c WHERE id = 8;
-- [comparison]
-- [rows]
SELECT a.w, c.v, b.w FROM dump_restored__a a LEFT JOIN dump_restored__c c ON c.id = a.p LEFT JOIN dump_restored__b b ON b.id = a.b ORDER BY a.w
k1|seven|b9
k4|seven|null
SELECT b.w, c.v FROM dump_restored__b b LEFT JOIN dump_restored__c c ON c.id = b.p
b9|seven
