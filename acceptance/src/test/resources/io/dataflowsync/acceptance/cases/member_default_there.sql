-- An ENUM and a CHAR are added whose defaults are written in another case and with a blank, and somebody has run the statements on the target before
-- Use: a migration is run by hand at both ends, the target first.
-- Expected: the lane goes on: the rows there have exactly what the source's rows get. A halt could not be ended: no row can ever have 'yes' or 'a '.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE member_default_there (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [target]
ALTER TABLE member_default_there AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO member_default_there VALUES (1, 'a'), (2, 'b');
-- [stream]
-- step: await applied
-- step: on target: ALTER TABLE member_default_there ADD COLUMN e ENUM('Yes', 'No') NOT NULL DEFAULT 'yes', ADD COLUMN c CHAR(5) NOT NULL DEFAULT 'a '
ALTER TABLE member_default_there ADD COLUMN e ENUM('Yes', 'No') NOT NULL DEFAULT 'yes', ADD COLUMN c CHAR(5) NOT NULL DEFAULT 'a ';
INSERT INTO member_default_there VALUES (3, 'c', 'No', 'b');
-- step: if halted schema-change-refused: on target: UPDATE member_default_there SET e = 'yes', c = 'a '
-- [comparison]
-- [rows]
SELECT v, e, CONCAT(c, '.') FROM member_default_there ORDER BY v
a|Yes|a.
b|Yes|a.
c|No|b.
