-- A reference and a plain column change names, and back, behind
-- Basis: by reasoning.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE changed_twice__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE changed_twice__pet (id INT PRIMARY KEY AUTO_INCREMENT, o INT, n INT, w VARCHAR(9), FOREIGN KEY (o) REFERENCES changed_twice__owner (id));
-- [target]
ALTER TABLE changed_twice__owner AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO changed_twice__owner VALUES (1, 'a'), (2, 'b');
INSERT INTO changed_twice__pet VALUES (1, 2, 77, 'p1');
-- [stream]
-- step: end dpu-service
INSERT INTO changed_twice__pet VALUES (2, 1, 2, 'p2');
ALTER TABLE changed_twice__pet CHANGE o tmp INT;
ALTER TABLE changed_twice__pet CHANGE n o INT;
INSERT INTO changed_twice__pet VALUES (5, 2, 1, 'p5');
ALTER TABLE changed_twice__pet CHANGE tmp n INT;
INSERT INTO changed_twice__pet (id, n, o, w) VALUES (3, 2, 1, 'p3');
UPDATE changed_twice__pet SET o = 2 WHERE id = 1;
ALTER TABLE changed_twice__pet CHANGE o tmp INT;
ALTER TABLE changed_twice__pet CHANGE n o INT;
ALTER TABLE changed_twice__pet CHANGE tmp n INT;
INSERT INTO changed_twice__pet (id, o, n, w) VALUES (4, 1, 2, 'p4');
UPDATE changed_twice__pet SET o = 1, n = 1 WHERE id = 3;
-- step: start dpu-service
UPDATE changed_twice__pet SET o = 1 WHERE id = 5;
-- [comparison]
-- [rows]
SELECT p.w, o.n, p.n FROM changed_twice__pet p LEFT JOIN changed_twice__owner o ON o.id = p.o ORDER BY p.w
p1|b|2
p2|a|2
p3|a|1
p4|a|2
p5|a|1
