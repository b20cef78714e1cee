-- A rule of a foreign key in a versioned comment, with the checks off: the server may have copied the table, or not
-- Use: a restored dump.
-- Expected: the lane halts, and its text says what to run.
-- Basis: run on 5.7.22: information_schema has the rule, for the table is not copied.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE unchecked_rule_in_comment (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE unchecked_rule_in_comment__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, KEY (p));
-- [pipeline]
unchecked_rule_in_comment__kid: { references: { p: unchecked_rule_in_comment } }
-- [target]
ALTER TABLE unchecked_rule_in_comment AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO unchecked_rule_in_comment VALUES (1, 'a'), (2, 'b');
INSERT INTO unchecked_rule_in_comment__kid VALUES (1, 1), (2, 2);
-- [stream]
SET foreign_key_checks = 0;
ALTER TABLE unchecked_rule_in_comment__kid ADD CONSTRAINT uric_fk FOREIGN KEY (p) REFERENCES unchecked_rule_in_comment (id) /*!50003 ON DELETE CASCADE */;
SET foreign_key_checks = 1;
DELETE FROM unchecked_rule_in_comment WHERE id = 2;
-- step: halted schema-change-refused: on target: ALTER TABLE unchecked_rule_in_comment__kid ADD CONSTRAINT uric_fk FOREIGN KEY (p) REFERENCES unchecked_rule_in_comment (id) ON DELETE CASCADE
INSERT INTO unchecked_rule_in_comment__kid VALUES (3, 1);
-- [comparison]
-- [rows]
SELECT k.id > 0, p.v FROM unchecked_rule_in_comment__kid k LEFT JOIN unchecked_rule_in_comment p ON p.id = k.p
1|a
1|a
