-- Children in another schema name their parents by a code of two columns, behind
-- Use: a shop and its customer relations in two schemas, one target.
-- Expected: the child of before goes with the first parent, the one of behind stays with the second.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: its own
-- Schemas: codes_in_two_schemas_more
-- [source]
CREATE TABLE codes_in_two_schemas (id INT PRIMARY KEY AUTO_INCREMENT, tenant INT, code VARCHAR(9), v VARCHAR(9), UNIQUE KEY (tenant, code));
CREATE TABLE codes_in_two_schemas_more.codes_in_two_schemas__kid (id INT PRIMARY KEY AUTO_INCREMENT, c VARCHAR(9), t INT, w VARCHAR(9), CONSTRAINT kid_names_two FOREIGN KEY (t, c) REFERENCES codesintwoschemas.codes_in_two_schemas (tenant, code) ON DELETE CASCADE);
-- [target]
CREATE TABLE codes_in_two_schemas (id INT PRIMARY KEY AUTO_INCREMENT, tenant INT, code VARCHAR(9), v VARCHAR(9), UNIQUE KEY (tenant, code));
CREATE TABLE codes_in_two_schemas__kid (id INT PRIMARY KEY AUTO_INCREMENT, c VARCHAR(9), t INT, w VARCHAR(9), CONSTRAINT kid_names_two FOREIGN KEY (t, c) REFERENCES codes_in_two_schemas (tenant, code) ON DELETE CASCADE);
ALTER TABLE codes_in_two_schemas AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO codes_in_two_schemas VALUES (1, 7, 'a', 'first'), (2, 7, 'b', 'second');
INSERT INTO codes_in_two_schemas_more.codes_in_two_schemas__kid VALUES (1, 'A', 7, 'k1'), (2, 'b', 7, 'k2');
-- [stream]
-- step: end dpu-service
INSERT INTO codes_in_two_schemas_more.codes_in_two_schemas__kid VALUES (3, 'b', 7, 'k3'), (4, NULL, 7, 'k4');
DELETE FROM codes_in_two_schemas WHERE code = 'a';
INSERT INTO codes_in_two_schemas VALUES (3, 7, 'a', 'again');
INSERT INTO codes_in_two_schemas_more.codes_in_two_schemas__kid VALUES (5, 'A', 7, 'k5');
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM codes_in_two_schemas__kid k LEFT JOIN codes_in_two_schemas p ON p.code = k.c AND p.tenant = k.t ORDER BY k.w
k2|second
k3|second
k4|null
k5|again
