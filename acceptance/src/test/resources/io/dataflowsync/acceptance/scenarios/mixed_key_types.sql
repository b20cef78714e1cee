-- References of another integer type than the key
-- [both]
CREATE TABLE mixed_key_types__parent (id BIGINT UNSIGNED PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9));
CREATE TABLE mixed_key_types (id SMALLINT PRIMARY KEY AUTO_INCREMENT, parent INT, text_parent VARCHAR(20));
-- [pipeline]
mixed_key_types: { references: { parent: mixed_key_types__parent, text_parent: mixed_key_types__parent } }
-- [target]
ALTER TABLE mixed_key_types__parent AUTO_INCREMENT = 4000000001;
ALTER TABLE mixed_key_types MODIFY parent BIGINT UNSIGNED;
-- [stream]
INSERT INTO mixed_key_types__parent VALUES (7, 'a');
INSERT INTO mixed_key_types VALUES (1, 7, '7');
-- [rows]
SELECT p.name, t.parent > 4000000000, t.text_parent = p.id FROM mixed_key_types t JOIN mixed_key_types__parent p ON p.id = t.parent
a|1|1
