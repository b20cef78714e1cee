-- A key of text that changes in case alone, where the collation takes both for one
-- [both]
CREATE TABLE case_changed (id VARCHAR(20) COLLATE utf8mb4_general_ci PRIMARY KEY, n INT);
-- [before]
INSERT INTO case_changed VALUES ('abc', 1);
-- [stream]
UPDATE case_changed SET id = 'ABC';
UPDATE case_changed SET n = 2;
-- [rows]
SELECT id, n FROM case_changed
ABC|2
