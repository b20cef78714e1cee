-- A table that goes to two targets is changed on both, each with its own columns
-- [pipeline]
split_changed: { targets: [ { target: split_changed__one, columns: { n: amount } }, { target: split_changed__two, include: [id, note] } ] }
-- [source]
CREATE TABLE split_changed (id INT PRIMARY KEY AUTO_INCREMENT, n INT, note VARCHAR(9));
-- [target]
CREATE TABLE split_changed__one (id INT PRIMARY KEY AUTO_INCREMENT, amount INT, note VARCHAR(9));
CREATE TABLE split_changed__two (id INT PRIMARY KEY, note VARCHAR(9));
-- [before]
INSERT INTO split_changed VALUES (1, 1, 'a');
-- [stream]
ALTER TABLE split_changed MODIFY note VARCHAR(30) NOT NULL DEFAULT 'none', ADD COLUMN more INT NOT NULL DEFAULT 5;
INSERT INTO split_changed (n, note) VALUES (2, 'a longer one than before');
-- [rows]
SELECT a.amount, a.note, a.more, b.note FROM split_changed__one a JOIN split_changed__two b USING (id) ORDER BY a.amount
1|a|5|a
2|a longer one than before|5|a longer one than before
