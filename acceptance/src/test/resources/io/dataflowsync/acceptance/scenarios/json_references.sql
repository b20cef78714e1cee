-- References inside JSON, by path: numbers and texts, each of an array, several of one column; all else stays
-- [pipeline]
json_references: { references: { doc: { path: "$.user.id", table: json_references__user }, lines: [ { path: "$[*].product", table: json_references__product }, { path: '$[*]."gift for"[*]', table: json_references__user } ] } }
-- [both]
CREATE TABLE json_references__user (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9));
CREATE TABLE json_references__product (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9));
CREATE TABLE json_references (id INT PRIMARY KEY AUTO_INCREMENT, doc JSON, `lines` JSON, note VARCHAR(9));
-- [target]
ALTER TABLE json_references__user AUTO_INCREMENT = 1001;
ALTER TABLE json_references__product AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO json_references__user VALUES (1, 'a'), (2, 'b');
INSERT INTO json_references__product VALUES (1, 'x'), (2, 'y');
INSERT INTO json_references VALUES (1, '{"user": {"id": 1, "n": 12345678901234567890}, "a": 1.10, "id": 1}', '[{"product": 1, "gift for": [1, "2"]}, {"product": "2"}]', 'p'), (2, '{"user": 7}', '[]', 'q'), (3, NULL, NULL, 'r');
-- [stream]
INSERT INTO json_references VALUES (4, '{"user": {"id": "2"}, "b": [1, 2]}', '{"product": 1}', 's');
UPDATE json_references SET doc = JSON_SET(doc, '$.user.id', 2) WHERE id = 1;
UPDATE json_references SET note = 'qq' WHERE id = 2;
UPDATE json_references SET `lines` = '[{"product": 2}]' WHERE id = 3;
INSERT INTO json_references__user VALUES (3, 'c');
INSERT INTO json_references VALUES (5, '{"user": {"id": 3}}', '[{"gift for": [3, 3, null, "x"]}]', 't');
-- [rows]
SELECT doc, `lines`, note FROM json_references ORDER BY note
{"a": 1.1, "id": 1, "user": {"n": 12345678901234567890, "id": 1002}}|[{"product": 2001, "gift for": [1001, "1002"]}, {"product": "2002"}]|p
{"user": 7}|[]|qq
null|[{"product": 2002}]|r
{"b": [1, 2], "user": {"id": "1002"}}|{"product": 1}|s
{"user": {"id": 1003}}|[{"gift for": [1003, 1003, null, "x"]}]|t
