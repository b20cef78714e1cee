-- A value that cannot be converted makes its event a dead letter that names it
-- [pipeline]
retyped_wrong: { columns: { born: { convert: { date: "dd.MM.uuuu" } }, n: { convert: number } } }
-- [source]
CREATE TABLE retyped_wrong (id INT PRIMARY KEY AUTO_INCREMENT, born VARCHAR(20), n VARCHAR(30));
-- [target]
CREATE TABLE retyped_wrong (id INT PRIMARY KEY AUTO_INCREMENT, born DATE, n BIGINT UNSIGNED);
-- [stream]
INSERT INTO retyped_wrong VALUES (1, 'yesterday', '1');
INSERT INTO retyped_wrong VALUES (2, '01.01.2001', 'many'), (3, '02.01.2001', ' 18446744073709551615 ');
-- [dead]
retyped_wrong 1 dead cannot convert 'yesterday' by date: Text 'yesterday' could not be parsed at index 0
retyped_wrong 2 dead cannot convert 'many' by number: it names no number
-- [rows]
SELECT CAST(born AS CHAR), n FROM retyped_wrong
2001-01-02|18446744073709551615
