-- Keys in documents that are numbers with a point
-- Use: a writer that knows one kind of number alone, such as Lua or an old PHP.
-- Expected: the new keys.
-- Basis: the documents, through the relationships.
-- Settings: ddl: apply
-- [pipeline]
json_key_as_double__doc: { references: { doc: [{ path: "$.owner", table: json_key_as_double }, { path: "$.items[*]", table: json_key_as_double }] } }
-- [both]
CREATE TABLE json_key_as_double (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE json_key_as_double__doc (id INT PRIMARY KEY AUTO_INCREMENT, doc JSON);
-- [target]
ALTER TABLE json_key_as_double AUTO_INCREMENT = 101;
-- [before]
INSERT INTO json_key_as_double VALUES (1, 'a'), (2, 'b');
INSERT INTO json_key_as_double__doc VALUES (1, '{"owner": 2.0, "items": [1e0, 0.5]}');
-- [stream]
INSERT INTO json_key_as_double__doc VALUES (2, '{"owner": 1.00, "items": [2, 2.5]}');
-- [comparison]
-- [rows]
SELECT p.v, JSON_EXTRACT(d.doc, '$.owner') = p.id FROM json_key_as_double__doc d JOIN json_key_as_double p ON p.id = JSON_EXTRACT(d.doc, '$.owner') ORDER BY p.v
a|1
b|1
SELECT p.v, JSON_EXTRACT(d.doc, '$.items[1]') FROM json_key_as_double__doc d JOIN json_key_as_double p ON p.id = JSON_EXTRACT(d.doc, '$.items[0]') ORDER BY p.v
a|0.5
b|2.5
