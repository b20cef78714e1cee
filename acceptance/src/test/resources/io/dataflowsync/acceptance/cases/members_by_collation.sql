-- A text becomes an ENUM in a session that is not strict; which member it is depends on the collation, and the target has another one
-- Use: texts that were typed in become words of a list. The source's table has utf8mb4_general_ci, the target's the default of 8.0.
-- Expected: a halt, or the source's members: to the source 'ß' is 's', to the target it is 'ss', and so it would be no member there.
-- Basis: by reasoning: the server looks a text up among the members by the collation of the column.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE members_by_collation (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), size VARCHAR(9)) DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_general_ci;
-- [target]
CREATE TABLE members_by_collation (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), size VARCHAR(9)) AUTO_INCREMENT = 1001 DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
-- [before]
INSERT INTO members_by_collation VALUES (1, 'a', 'groß'), (2, 'b', 'klein');
-- [stream]
SET SESSION sql_mode = '';
ALTER TABLE members_by_collation MODIFY size ENUM('gros', 'klein', 'gross');
-- step: halted schema-change-refused: on target: DELETE FROM members_by_collation
-- step: await applied
-- step: dismiss dead letters
-- step: read again: members_by_collation
-- [rows]
SELECT v, CAST(size AS CHAR) FROM members_by_collation ORDER BY v
a|gros
b|klein
