-- NULL for a column that must not be NULL on the target, and for one that has a default for it
-- [pipeline]
not_null_on_target: { columns: { b: { default: none } } }
-- [source]
CREATE TABLE not_null_on_target (id INT PRIMARY KEY AUTO_INCREMENT, a INT NULL, b VARCHAR(9) NULL);
-- [target]
CREATE TABLE not_null_on_target (id INT PRIMARY KEY AUTO_INCREMENT, a INT NOT NULL, b VARCHAR(9) NOT NULL);
-- [stream]
INSERT INTO not_null_on_target VALUES (1, NULL, 'x'), (2, 2, NULL);
-- [dead]
not_null_on_target 1 dead Column 'a' cannot be null
-- [rows]
SELECT a, b FROM not_null_on_target
2|none
