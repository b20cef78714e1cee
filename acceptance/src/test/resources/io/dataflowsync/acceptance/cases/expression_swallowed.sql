-- A function of an expression has no value for a row, within ?? or the condition of a choice
-- Use: amount: number(amount) ?? 7, meant for NULL alone; a filter that chooses by a number which stands in a text.
-- Expected: a dead letter, expression-failed, for the row whose text names no number, as the documentation says of an expression that has no value.
-- Basis: docs/mapping.md: "One that has no value for a row, as a division by zero, makes its event a dead letter".
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
expression_swallowed: { columns: { n: { target: n, expression: "number(amount) ?? 7" } } }
expression_swallowed__kept: { filter: "number(amount) > 5 ? false : true" }
-- [source]
CREATE TABLE expression_swallowed (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), amount VARCHAR(9));
CREATE TABLE expression_swallowed__kept (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), amount VARCHAR(9));
-- [target]
CREATE TABLE expression_swallowed (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), amount VARCHAR(9), n INT) AUTO_INCREMENT = 1001;
CREATE TABLE expression_swallowed__kept (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), amount VARCHAR(9)) AUTO_INCREMENT = 2001;
-- [stream]
INSERT INTO expression_swallowed VALUES (1, 'a', '6'), (2, 'b', NULL), (3, 'c', 'six');
INSERT INTO expression_swallowed__kept VALUES (1, 'a', '6'), (2, 'b', '5'), (3, 'c', 'six');
-- step: await applied
-- step: dismiss dead letters
-- [rows]
SELECT v, n FROM expression_swallowed ORDER BY v
a|6
b|7
SELECT v FROM expression_swallowed__kept ORDER BY v
b
