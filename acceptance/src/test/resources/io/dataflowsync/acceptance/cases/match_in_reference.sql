-- A foreign key with MATCH: InnoDB of 5.7 does not read the rules behind it
-- Use: definitions that were written for another database.
-- Expected: the target keeps the rows that the source keeps.
-- Basis: run on 5.7.22: information_schema has no rule.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE match_in_reference (id INT PRIMARY KEY, v VARCHAR(9));
-- [pipeline]
match_in_reference: { identity: keep }
-- [before]
INSERT INTO match_in_reference VALUES (1, 'a'), (2, 'b');
-- [stream]
CREATE TABLE match_in_reference__kid (id INT PRIMARY KEY, p INT, q INT, CONSTRAINT mir_p FOREIGN KEY (p) REFERENCES match_in_reference (id) MATCH FULL ON DELETE CASCADE);
ALTER TABLE match_in_reference__kid ADD CONSTRAINT mir_q FOREIGN KEY (q) REFERENCES match_in_reference (id) MATCH SIMPLE ON UPDATE CASCADE;
INSERT INTO match_in_reference__kid VALUES (1, 1, 2);
-- [comparison]
-- [rows]
SELECT constraint_name, delete_rule, update_rule FROM information_schema.referential_constraints WHERE table_name = 'match_in_reference__kid' ORDER BY 1
mir_p|NO ACTION|NO ACTION
mir_q|NO ACTION|NO ACTION
