-- The columns of a foreign key, of the child and of the parent, get another case in their names while streaming, and cdc-service is started again
-- Use: columns in camel case, by CHANGE.
-- Expected: the source's rows: the columns are the same to the server, and mean what they meant.
-- Basis: by reasoning: the server compares names of columns without case.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE respelled_in_stream (id INT NOT NULL PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE respelled_in_stream__kid (id INT PRIMARY KEY AUTO_INCREMENT, owner INT, w VARCHAR(9), CONSTRAINT respelled_in_stream_fk FOREIGN KEY (owner) REFERENCES respelled_in_stream (id));
-- [target]
ALTER TABLE respelled_in_stream AUTO_INCREMENT = 2;
-- [before]
INSERT INTO respelled_in_stream VALUES (1, 'p1'), (2, 'p2'), (3, 'p3');
-- [stream]
ALTER TABLE respelled_in_stream__kid CHANGE owner Owner INT;
INSERT INTO respelled_in_stream__kid VALUES (1, 2, 'k1');
-- step: await applied
ALTER TABLE respelled_in_stream CHANGE id Id INT NOT NULL AUTO_INCREMENT;
INSERT INTO respelled_in_stream__kid VALUES (2, 3, 'k2');
-- step: await applied
-- step: end cdc-service
-- step: start cdc-service
INSERT INTO respelled_in_stream VALUES (4, 'p4');
INSERT INTO respelled_in_stream__kid VALUES (3, 4, 'k3');
ALTER TABLE respelled_in_stream__kid ADD COLUMN x INT;
INSERT INTO respelled_in_stream__kid VALUES (4, 2, 'k4', 7);
-- [rows]
SELECT k.w, p.n FROM respelled_in_stream__kid k LEFT JOIN respelled_in_stream p ON p.Id = k.Owner ORDER BY k.w
k1|p2
k2|p3
k3|p4
k4|p2
