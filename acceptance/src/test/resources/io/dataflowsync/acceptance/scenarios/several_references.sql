-- Several references to one table
-- [both]
CREATE TABLE several_references__user (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9));
CREATE TABLE several_references (id INT PRIMARY KEY AUTO_INCREMENT, author INT, editor INT NULL, FOREIGN KEY (author) REFERENCES several_references__user (id), FOREIGN KEY (editor) REFERENCES several_references__user (id));
-- [target]
ALTER TABLE several_references__user AUTO_INCREMENT = 501;
-- [stream]
INSERT INTO several_references__user VALUES (1, 'a'), (2, 'b');
INSERT INTO several_references VALUES (1, 1, 2), (2, 2, NULL);
UPDATE several_references SET editor = 1 WHERE id = 2;
-- [rows]
SELECT a.name, e.name FROM several_references r JOIN several_references__user a ON a.id = r.author JOIN several_references__user e ON e.id = r.editor ORDER BY 1
a|b
b|a
