-- A reference into a table that is skipped keeps its key
-- [pipeline]
uncaptured__other: { skip: true }
-- [both]
CREATE TABLE uncaptured__other (id INT PRIMARY KEY);
CREATE TABLE uncaptured (id INT PRIMARY KEY AUTO_INCREMENT, other INT, FOREIGN KEY (other) REFERENCES uncaptured__other (id));
-- [target]
INSERT INTO uncaptured__other VALUES (77);
-- [before]
INSERT INTO uncaptured__other VALUES (77);
-- [stream]
INSERT INTO uncaptured VALUES (1, 77);
INSERT INTO uncaptured__other VALUES (78);
-- [events]
insert uncaptured {"id":1,"other":77}
-- [rows]
SELECT other FROM uncaptured
77
