-- Rows whose keys have a zero date, or a time of more than a day, go along with their parent
-- Use: prices by product and last day, 0000-00-00 for one that still holds; old applications with sql_mode ''.
-- Expected: they go along, as in the source, and the delete is no dead letter.
-- Basis: the source's rows, which MySQL's own replication has too.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE zero_day_goes_along (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE zero_day_goes_along__price (product INT NOT NULL, until DATE NOT NULL, n INT, PRIMARY KEY (product, until), FOREIGN KEY (product) REFERENCES zero_day_goes_along (id) ON DELETE CASCADE);
CREATE TABLE zero_day_goes_along__lap (product INT NOT NULL, taken TIME NOT NULL, n INT, PRIMARY KEY (product, taken), FOREIGN KEY (product) REFERENCES zero_day_goes_along (id) ON DELETE CASCADE);
-- [target]
ALTER TABLE zero_day_goes_along AUTO_INCREMENT = 1001;
-- [before]
SET SESSION sql_mode = '';
INSERT INTO zero_day_goes_along VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO zero_day_goes_along__price VALUES (1, '2020-01-01', 1), (1, '0000-00-00', 2), (2, '0000-00-00', 3);
INSERT INTO zero_day_goes_along__lap VALUES (2, '01:00:00', 1), (3, '100:00:00', 2), (3, '-01:00:00', 3);
-- [stream]
DELETE FROM zero_day_goes_along WHERE id = 1;
DELETE FROM zero_day_goes_along WHERE id = 3;
-- [comparison]
-- [rows]
SELECT v FROM zero_day_goes_along ORDER BY v
b
SELECT n FROM zero_day_goes_along__price ORDER BY n
3
SELECT n FROM zero_day_goes_along__lap ORDER BY n
1
