-- A foreign key, or its rule, in a versioned comment: InnoDB of 5.7 reads foreign keys by itself and does not read such comments
-- Basis: run on 5.7.22: information_schema has no foreign key of __kid, and one of __low without a rule.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE version_fk (id INT PRIMARY KEY, v VARCHAR(9));
CREATE TABLE version_fk__low (id INT PRIMARY KEY, p INT);
-- [pipeline]
version_fk: { identity: keep }
version_fk__low: { identity: keep }
-- [before]
INSERT INTO version_fk VALUES (1, 'a'), (2, 'b');
-- [stream]
-- step: end dpu-service
CREATE TABLE version_fk__kid (id INT NOT NULL PRIMARY KEY, p INT /*!50003 , CONSTRAINT hvf_fk FOREIGN KEY (p) REFERENCES version_fk (id) ON DELETE SET NULL */);
ALTER TABLE version_fk__low ADD CONSTRAINT hvf_low FOREIGN KEY (p) REFERENCES version_fk (id) /*!50003 ON DELETE CASCADE */;
INSERT INTO version_fk__kid VALUES (1, 1), (2, 2), (3, 33);
INSERT INTO version_fk__low VALUES (1, 1);
DELETE FROM version_fk WHERE id = 2;
-- step: start dpu-service
INSERT INTO version_fk__kid VALUES (4, 4);
-- [comparison]
-- [rows]
SELECT p FROM version_fk__kid ORDER BY p
1
2
4
33
SELECT COUNT(*) FROM information_schema.referential_constraints WHERE table_name = 'version_fk__kid'
0
SELECT delete_rule FROM information_schema.referential_constraints WHERE table_name = 'version_fk__low' AND delete_rule <> 'NO ACTION'
