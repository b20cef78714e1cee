-- A table that is converted to another character set while it is streamed
-- [source]
CREATE TABLE converted (id INT PRIMARY KEY AUTO_INCREMENT, text VARCHAR(20)) DEFAULT CHARACTER SET latin1;
-- [target]
CREATE TABLE converted (id INT PRIMARY KEY AUTO_INCREMENT, text VARCHAR(20)) DEFAULT CHARACTER SET utf8mb4;
-- [before]
INSERT INTO converted VALUES (1, 'é1');
-- [stream]
INSERT INTO converted VALUES (2, 'é2');
ALTER TABLE converted CONVERT TO CHARACTER SET utf8mb4;
INSERT INTO converted VALUES (3, 'é3 漢');
ALTER TABLE converted CONVERT TO CHARACTER SET gbk;
INSERT INTO converted VALUES (4, '漢4');
UPDATE converted SET text = CONCAT(text, '!') WHERE id < 3;
-- [rows]
SELECT text FROM converted ORDER BY HEX(text)
é1!
é2!
é3 漢
漢4
