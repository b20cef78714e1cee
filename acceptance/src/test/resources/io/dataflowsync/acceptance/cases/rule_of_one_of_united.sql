-- Two tables are one on the target; the one has a foreign key that cascades, and the other one refers without a constraint
-- Use: tenants with a table each. East's notes go with their owner; west's stay, and name an owner who is gone.
-- Expected: a halt before the delete: the target's foreign key would delete west's notes, too. Dropped there, a dead letter: no foreign key does both. Read again, the source's rows.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
rule_of_one_of_united__east: { target: rule_of_one_of_united }
rule_of_one_of_united__west: { target: rule_of_one_of_united, references: { owner: rule_of_one_of_united__owner } }
-- [source]
CREATE TABLE rule_of_one_of_united__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE rule_of_one_of_united__east (id INT PRIMARY KEY AUTO_INCREMENT, owner INT, w VARCHAR(9), CONSTRAINT rule_of_one_of_united_fk FOREIGN KEY (owner) REFERENCES rule_of_one_of_united__owner (id) ON DELETE CASCADE);
CREATE TABLE rule_of_one_of_united__west (id INT PRIMARY KEY AUTO_INCREMENT, owner INT, w VARCHAR(9));
-- [target]
CREATE TABLE rule_of_one_of_united__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9)) AUTO_INCREMENT = 501;
CREATE TABLE rule_of_one_of_united (id INT PRIMARY KEY AUTO_INCREMENT, owner INT, w VARCHAR(9), CONSTRAINT rule_of_one_of_united_fk FOREIGN KEY (owner) REFERENCES rule_of_one_of_united__owner (id) ON DELETE CASCADE) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO rule_of_one_of_united__owner VALUES (1, 'a'), (2, 'b');
INSERT INTO rule_of_one_of_united__east VALUES (1, 1, 'e1'), (2, 2, 'e2');
INSERT INTO rule_of_one_of_united__west VALUES (1, 1, 'w1'), (2, 2, 'w2');
-- [stream]
DELETE FROM rule_of_one_of_united__owner WHERE id = 1;
-- step: halted target-rule: on target: ALTER TABLE rule_of_one_of_united DROP FOREIGN KEY rule_of_one_of_united_fk
-- step: dismiss dead letters
-- step: read again: rule_of_one_of_united__owner
-- step: read again: rule_of_one_of_united__east
INSERT INTO rule_of_one_of_united__west VALUES (3, 2, 'w3');
-- [rows]
SELECT k.w, o.n FROM rule_of_one_of_united k LEFT JOIN rule_of_one_of_united__owner o ON o.id = k.owner ORDER BY k.w
e2|b
w1|null
w2|b
w3|b
