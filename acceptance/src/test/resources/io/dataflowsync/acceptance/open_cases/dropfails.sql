-- The same, and rows behind it
-- Settings: ddl: apply
-- Pipeline: its own
-- [pipeline]
dropfails__kid: { skip: true }
-- [both]
CREATE TABLE dropfails__a (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE dropfails__b (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
-- [source]
CREATE TABLE dropfails__kid (id INT PRIMARY KEY AUTO_INCREMENT, o INT, CONSTRAINT h3df_fk FOREIGN KEY (o) REFERENCES dropfails__b (id));
-- [before]
INSERT INTO dropfails__a VALUES (1, 'a');
INSERT INTO dropfails__b VALUES (1, 'b');
-- [stream]
CREATE PROCEDURE dropfails__p() BEGIN DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END; DROP TABLE dropfails__a, dropfails__b; END;
CALL dropfails__p();
INSERT INTO dropfails__b VALUES (2, 'b2');
UPDATE dropfails__b SET n = 'b1' WHERE id = 1;
-- [comparison]
-- [rows]
SELECT n FROM dropfails__b ORDER BY n
b1
b2
