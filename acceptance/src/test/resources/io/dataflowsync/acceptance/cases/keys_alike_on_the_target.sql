-- Keys of text that the source tells apart and the target's collation does not, in a snapshot
-- Use: a target whose tables have been made with utf8mb4 and its usual collation; names in latin1_general_ci, codes in utf8_bin.
-- Expected: the row that the target's key does not admit is a dead letter, until the target tells them apart.
-- Basis: the source's rows (latin1_general_ci has u and ü apart, utf8mb4_general_ci has not).
-- Settings: none
-- Pipeline: its own
-- [source]
CREATE TABLE keys_alike_on_the_target (name VARCHAR(20) CHARACTER SET latin1 COLLATE latin1_general_ci PRIMARY KEY, n INT);
CREATE TABLE keys_alike_on_the_target__code (code VARCHAR(20) CHARACTER SET utf8 COLLATE utf8_bin PRIMARY KEY, n INT);
-- [target]
CREATE TABLE keys_alike_on_the_target (name VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci PRIMARY KEY, n INT);
CREATE TABLE keys_alike_on_the_target__code (code VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci PRIMARY KEY, n INT);
-- [before]
INSERT INTO keys_alike_on_the_target VALUES ('Muller', 1), ('Müller', 2), ('Meier', 3);
INSERT INTO keys_alike_on_the_target__code VALUES ('ABC', 1), ('abc', 2), ('x', 3);
-- [stream]
-- step: await applied
-- step: on target: ALTER TABLE keys_alike_on_the_target MODIFY name VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
-- step: on target: ALTER TABLE keys_alike_on_the_target__code MODIFY code VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
-- step: replay dead letters
-- [rows]
SELECT COUNT(*), SUM(n) FROM keys_alike_on_the_target
3|6
SELECT COUNT(*), SUM(n) FROM keys_alike_on_the_target__code
3|6
