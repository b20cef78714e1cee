-- What a trigger of the source writes comes as a row of its own; the target has no such trigger
-- [both]
CREATE TABLE triggered (id INT PRIMARY KEY AUTO_INCREMENT, n INT);
CREATE TABLE triggered__log (id INT PRIMARY KEY AUTO_INCREMENT, whose INT, FOREIGN KEY (whose) REFERENCES triggered (id));
-- [source]
CREATE TRIGGER triggered AFTER INSERT ON triggered FOR EACH ROW INSERT INTO triggered__log (whose) VALUES (NEW.id);
-- [target]
ALTER TABLE triggered AUTO_INCREMENT = 1001;
-- [stream]
INSERT INTO triggered VALUES (1, 10), (2, 20);
-- [rows]
SELECT t.n FROM triggered__log l JOIN triggered t ON t.id = l.whose ORDER BY 1
10
20
