-- A table is created with a generated column over its key
-- Use: any CREATE TABLE of this kind under ddl: apply.
-- Expected: the table is there (its key cannot be AUTO_INCREMENT on the target, so its keys are kept or claimed otherwise).
-- Basis: by reasoning.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [stream]
CREATE TABLE created_generated_over_key (c1 INT PRIMARY KEY, g INT AS (c1 + 1));
INSERT INTO created_generated_over_key (c1) VALUES (1), (2);
-- [comparison]
-- [rows]
SELECT COUNT(*), SUM(g - c1) FROM created_generated_over_key
2|2
