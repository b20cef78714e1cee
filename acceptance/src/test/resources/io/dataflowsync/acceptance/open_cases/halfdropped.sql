-- The same with a captured child
-- Settings: ddl: apply
-- Pipeline: its own
-- [both]
CREATE TABLE halfdropped__a (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE halfdropped__b (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE halfdropped__kid (id INT PRIMARY KEY AUTO_INCREMENT, o INT, CONSTRAINT h3hd_fk FOREIGN KEY (o) REFERENCES halfdropped__b (id));
-- [before]
INSERT INTO halfdropped__a VALUES (1, 'a');
INSERT INTO halfdropped__b VALUES (1, 'b');
INSERT INTO halfdropped__kid VALUES (1, 1);
-- [stream]
CREATE PROCEDURE halfdropped__p() BEGIN DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END; DROP TABLE halfdropped__b, halfdropped__a, halfdropped__none; END;
CALL halfdropped__p();
CREATE TABLE halfdropped__a (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9), x INT);
INSERT INTO halfdropped__a VALUES (1, 'new', 5);
INSERT INTO halfdropped__b VALUES (2, 'b2');
INSERT INTO halfdropped__kid VALUES (2, 2);
-- [comparison]
-- [rows]
SELECT n, x FROM halfdropped__a
new|5
SELECT n FROM halfdropped__b ORDER BY n
b
b2
SELECT b.n FROM halfdropped__kid k LEFT JOIN halfdropped__b b ON b.id = k.o ORDER BY b.n
b
b2
