-- A table without a primary key that has a declared one
-- [pipeline]
declared_key: { key: [mail] }
-- [both]
CREATE TABLE declared_key (mail VARCHAR(60) NOT NULL, n INT);
-- [before]
INSERT INTO declared_key VALUES ('a@b.c', 1);
-- [stream]
UPDATE declared_key SET n = 2;
INSERT INTO declared_key VALUES ('d@e.f', 3);
UPDATE declared_key SET mail = 'g@h.i' WHERE n = 3;
DELETE FROM declared_key WHERE mail = 'a@b.c';
-- [rows]
SELECT mail, n FROM declared_key
g@h.i|3
