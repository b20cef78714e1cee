-- The parent of a reference of the pipeline file gets another name, and the file says so once the lane halts
-- Use: a table gets a better name; the schema has no constraints.
-- Expected: a halt until the file names the table as it is called now.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
declared_parent_renamed__pet: { references: { o: declared_parent_renamed__owner } }
-- [both]
CREATE TABLE declared_parent_renamed__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE declared_parent_renamed__pet (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9));
-- [target]
ALTER TABLE declared_parent_renamed__owner AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO declared_parent_renamed__owner VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO declared_parent_renamed__pet VALUES (1, 2, 'p1'), (2, 3, 'p2');
-- [stream]
RENAME TABLE declared_parent_renamed__owner TO declared_parent_renamed__holder;
INSERT INTO declared_parent_renamed__holder VALUES (4, 'd');
INSERT INTO declared_parent_renamed__pet VALUES (3, 4, 'p3');
UPDATE declared_parent_renamed__pet SET o = 1 WHERE id = 1;
-- step: halted schema-change-refused: pipeline file: declared_parent_renamed__pet: { references: { o: declared_parent_renamed__holder } }
INSERT INTO declared_parent_renamed__holder VALUES (5, 'e');
INSERT INTO declared_parent_renamed__pet VALUES (4, 5, 'p4');
-- [comparison]
-- [rows]
SELECT p.w, o.n FROM declared_parent_renamed__pet p LEFT JOIN declared_parent_renamed__holder o ON o.id = p.o ORDER BY p.w
p1|a
p2|c
p3|d
p4|e
