-- A table is emptied of which a cascade has changed the keys
-- Settings: none
-- [both]
CREATE TABLE cascadetrunc__land (code VARCHAR(9) PRIMARY KEY, n VARCHAR(9));
CREATE TABLE cascadetrunc__town (code VARCHAR(9), nr INT, n VARCHAR(9), PRIMARY KEY (code, nr), FOREIGN KEY (code) REFERENCES cascadetrunc__land (code) ON UPDATE CASCADE ON DELETE CASCADE);
CREATE TABLE cascadetrunc__river (code VARCHAR(9) PRIMARY KEY, n VARCHAR(9), FOREIGN KEY (code) REFERENCES cascadetrunc__land (code) ON UPDATE CASCADE);
-- [before]
INSERT INTO cascadetrunc__land VALUES ('a', 'A'), ('b', 'B');
INSERT INTO cascadetrunc__town VALUES ('a', 1, 'a1'), ('a', 2, 'a2'), ('b', 1, 'b1');
INSERT INTO cascadetrunc__river VALUES ('a', 'ra'), ('b', 'rb');
-- [stream]
UPDATE cascadetrunc__land SET code = 'z' WHERE code = 'a';
TRUNCATE TABLE cascadetrunc__town;
TRUNCATE TABLE cascadetrunc__river;
INSERT INTO cascadetrunc__town VALUES ('z', 7, 'z7');
-- [comparison]
-- [rows]
SELECT code, nr, n FROM cascadetrunc__town ORDER BY code, nr
z|7|z7
SELECT code, n FROM cascadetrunc__river ORDER BY code
