-- DROP of two tables that the source has done in part
-- Settings: ddl: apply
-- Pipeline: its own
-- [pipeline]
dropsilent__kid: { skip: true }
-- [both]
CREATE TABLE dropsilent__a (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE dropsilent__b (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
-- [source]
CREATE TABLE dropsilent__kid (id INT PRIMARY KEY AUTO_INCREMENT, o INT, CONSTRAINT h3df_fk FOREIGN KEY (o) REFERENCES dropsilent__b (id));
-- [before]
INSERT INTO dropsilent__a VALUES (1, 'a');
INSERT INTO dropsilent__b VALUES (1, 'b');
-- [stream]
CREATE PROCEDURE dropsilent__p() BEGIN DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END; DROP TABLE dropsilent__a, dropsilent__b; END;
CALL dropsilent__p();
-- step: await applied
-- [comparison]
-- [rows]
SELECT n FROM dropsilent__b ORDER BY n
b
