-- Keys without names, of which one is over a column that is not captured: the target numbers them otherwise, and one is dropped by its name
-- Use: ADD INDEX without a name; a column that must not leave the source.
-- Expected: the source's rows; where the names differ a halt at the DROP, and never a key too many that refuses rows later.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
unnamed_key_beside_secret: { columns: { secret: { drop: true } } }
-- [source]
CREATE TABLE unnamed_key_beside_secret (id INT PRIMARY KEY AUTO_INCREMENT, mail VARCHAR(20), secret VARCHAR(9));
-- [target]
CREATE TABLE unnamed_key_beside_secret (id INT PRIMARY KEY AUTO_INCREMENT, mail VARCHAR(20));
-- [before]
INSERT INTO unnamed_key_beside_secret VALUES (1, 'a@', 's1'), (2, 'b@', 's2');
-- [stream]
ALTER TABLE unnamed_key_beside_secret ADD KEY (mail, secret);
ALTER TABLE unnamed_key_beside_secret ADD UNIQUE KEY (mail);
-- step: await applied
ALTER TABLE unnamed_key_beside_secret DROP KEY mail;
ALTER TABLE unnamed_key_beside_secret DROP KEY mail_2;
INSERT INTO unnamed_key_beside_secret VALUES (3, 'a@', 's3');
-- [comparison]
-- [rows]
SELECT mail FROM unnamed_key_beside_secret ORDER BY id
a@
b@
a@
