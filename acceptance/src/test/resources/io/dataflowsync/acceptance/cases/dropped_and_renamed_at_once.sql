-- One ALTER drops a foreign key and gives its column another name and type; then the parent's key column gets another name, behind
-- Use: foreign keys are given up, and the columns named anew.
-- Expected: the column means what it meant.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE dropped_and_renamed_at_once (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE dropped_and_renamed_at_once__kid (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, plain INT, w VARCHAR(9), CONSTRAINT dra_1 FOREIGN KEY (parent) REFERENCES dropped_and_renamed_at_once (id));
-- [target]
ALTER TABLE dropped_and_renamed_at_once AUTO_INCREMENT = 2;
-- [before]
INSERT INTO dropped_and_renamed_at_once VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO dropped_and_renamed_at_once__kid VALUES (1, 1, 1, 'k1'), (2, 2, 2, 'k2');
-- [stream]
-- step: end dpu-service
INSERT INTO dropped_and_renamed_at_once__kid VALUES (3, 3, 3, 'k3');
ALTER TABLE dropped_and_renamed_at_once__kid DROP FOREIGN KEY dra_1, DROP INDEX dra_1, CHANGE plain parent BIGINT, CHANGE parent owner BIGINT NOT NULL FIRST;
INSERT INTO dropped_and_renamed_at_once__kid (owner, parent, w) VALUES (1, 1, 'k4');
ALTER TABLE dropped_and_renamed_at_once CHANGE id ident INT NOT NULL AUTO_INCREMENT;
UPDATE dropped_and_renamed_at_once__kid SET owner = 3 WHERE w = 'k1';
INSERT INTO dropped_and_renamed_at_once VALUES (4, 'd');
INSERT INTO dropped_and_renamed_at_once__kid (owner, parent, w) VALUES (4, 4, 'k5');
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT k.w, p.v, k.parent FROM dropped_and_renamed_at_once__kid k LEFT JOIN dropped_and_renamed_at_once p ON p.ident = k.owner ORDER BY k.w
k1|c|1
k2|b|2
k3|c|3
k4|a|1
k5|d|4
