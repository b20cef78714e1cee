-- Defaults of every kind of column; they are read with the table, and never written
-- [both]
SET SESSION sql_mode = '';
CREATE TABLE column_defaults (id INT PRIMARY KEY AUTO_INCREMENT, y YEAR DEFAULT 2000, z YEAR NOT NULL DEFAULT '0000', t VARCHAR(9) CHARACTER SET latin1 DEFAULT 'é', e ENUM('a', 'x,y') NOT NULL DEFAULT 'x,y', s SET('a', 'b') NOT NULL DEFAULT 'a,b', b BIT(4) DEFAULT b'101', d DATE NOT NULL DEFAULT '0000-00-00', dt DATETIME(3) NOT NULL DEFAULT '2026-11-22 10:11:12.057', ti TIME DEFAULT '-10:00:00', ts TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, p DECIMAL(5,2) DEFAULT 1.5, f FLOAT DEFAULT 1.5, n INT UNSIGNED DEFAULT '4294967295', u BIGINT UNSIGNED DEFAULT 18446744073709551615, x VARBINARY(3) DEFAULT 'abc', o BOOLEAN DEFAULT TRUE);
-- [before]
INSERT INTO column_defaults (id) VALUES (1);
-- [stream]
SET SESSION sql_mode = '';
INSERT INTO column_defaults (id) VALUES (2);
UPDATE column_defaults SET y = NULL, t = NULL, b = NULL, ti = NULL, p = NULL, f = NULL, n = NULL, u = NULL, x = NULL, o = NULL WHERE id = 2;
ALTER TABLE column_defaults ADD COLUMN later YEAR NOT NULL DEFAULT 1999, ADD COLUMN text VARCHAR(9) CHARACTER SET latin1 NOT NULL DEFAULT 'ü';
ALTER TABLE column_defaults DROP COLUMN later, DROP COLUMN text;
INSERT INTO column_defaults (id) VALUES (3);
-- [rows]
SELECT y + 0, z + 0, t, e, s, b + 0, d, dt, ti, p, f, n, u, x, o FROM column_defaults ORDER BY y IS NULL
2000|0|é|x,y|a,b|5|0000-00-00|2026-11-22 10:11:12.057|-10:00:00|1.50|1.5|4294967295|18446744073709551615|abc|1
2000|0|é|x,y|a,b|5|0000-00-00|2026-11-22 10:11:12.057|-10:00:00|1.50|1.5|4294967295|18446744073709551615|abc|1
null|0|null|x,y|a,b|null|0000-00-00|2026-11-22 10:11:12.057|null|null|null|null|null|null|null
