-- The same with an offset
-- Settings: ddl: apply
-- Pipeline: its own
-- [pipeline]
offsetswap__owner: { identity: { offset: 100 } }
offsetswap__next: { identity: { offset: 200 } }
-- [both]
CREATE TABLE offsetswap__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE offsetswap__next (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE offsetswap__kid (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9), CONSTRAINT h3os_fk FOREIGN KEY (o) REFERENCES offsetswap__owner (id));
-- [before]
INSERT INTO offsetswap__owner VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO offsetswap__kid VALUES (1, 1, 'k1'), (2, 2, 'k2');
-- [stream]
RENAME TABLE offsetswap__owner TO offsetswap__last, offsetswap__next TO offsetswap__owner;
INSERT INTO offsetswap__last VALUES (4, 'd');
INSERT INTO offsetswap__kid VALUES (3, 4, 'k3');
-- step: if halted schema-change-refused: on target: DELETE /*+ SET_VAR(foreign_key_checks=0) */ FROM offsetswap__owner
-- step: await applied
-- step: dismiss dead letters
-- step: read again: offsetswap__last
-- [rows]
SELECT k.w, h.n FROM offsetswap__kid k LEFT JOIN offsetswap__last h ON h.id = k.o ORDER BY k.w
k1|a
k2|b
k3|d
SELECT n FROM offsetswap__last ORDER BY n
a
b
c
d
