-- RENAME to a name with another identity, and children
-- Settings: ddl: apply
-- Pipeline: its own
-- [pipeline]
keptrename__owner: { identity: keep }
-- [both]
CREATE TABLE keptrename__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE keptrename__kid (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9), CONSTRAINT h3kr_fk FOREIGN KEY (o) REFERENCES keptrename__owner (id));
-- [target]
ALTER TABLE keptrename__owner AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO keptrename__owner VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO keptrename__kid VALUES (1, 1, 'k1'), (2, 2, 'k2');
-- [stream]
RENAME TABLE keptrename__owner TO keptrename__holder;
INSERT INTO keptrename__holder VALUES (4, 'd');
INSERT INTO keptrename__kid VALUES (3, 4, 'k3');
-- step: if halted schema-change-refused: on target: DELETE /*+ SET_VAR(foreign_key_checks=0) */ FROM keptrename__owner
-- step: await applied
-- step: dismiss dead letters
-- step: read again: keptrename__holder
-- [rows]
SELECT k.w, h.n FROM keptrename__kid k LEFT JOIN keptrename__holder h ON h.id = k.o ORDER BY k.w
k1|a
k2|b
k3|d
SELECT n FROM keptrename__holder ORDER BY n
a
b
c
d
