-- A statement changes values that a filter reads, and the table has no primary key
-- Use: a log or a list without a key; a MODIFY rounds what the filter reads.
-- Expected: a halt, whose text says that such a table cannot be read again, and what to do instead.
-- Basis: what the filter makes of the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
changed_keyless: { filter: "price < 2" }
-- [both]
CREATE TABLE changed_keyless (name VARCHAR(9), price DECIMAL(6,2));
-- [before]
INSERT INTO changed_keyless VALUES ('a', 1.00), ('b', 1.60), ('c', 2.40), ('d', 1.40);
-- [stream]
ALTER TABLE changed_keyless MODIFY price DECIMAL(6,0);
INSERT INTO changed_keyless VALUES ('e', 1.40);
-- step: halted schema-change-refused: on target: ALTER TABLE changed_keyless MODIFY price DECIMAL(6,0)
-- step: on target: DELETE FROM changed_keyless WHERE price >= 2
-- step: pass statement
-- step: await applied
-- [rows]
SELECT name, price FROM changed_keyless ORDER BY name
a|1
d|1
e|1
