-- The source adds a column whose name a rule of the pipeline file has given to another one on the topic
-- Use: mail leaves the source as mail_hash; months later the source's developers add a mail_hash of their own.
-- Expected: the capture stops at the statement until the pipeline file has another name for it.
-- Basis: the pipeline file: the target's mail is the hash of the source's mail.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
topic_name_taken: { columns: { mail: { mask: hash, as: mail_hash } } }
-- [source]
CREATE TABLE topic_name_taken (id INT PRIMARY KEY AUTO_INCREMENT, mail VARCHAR(40));
-- [target]
CREATE TABLE topic_name_taken (id INT PRIMARY KEY AUTO_INCREMENT, mail CHAR(64)) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO topic_name_taken VALUES (1, 'a@x');
-- [stream]
ALTER TABLE topic_name_taken ADD COLUMN mail_hash CHAR(64);
INSERT INTO topic_name_taken (id, mail) VALUES (2, 'b@x');
UPDATE topic_name_taken SET mail = 'a2@x' WHERE id = 1;
-- step: await stopped source-unreadable
-- step: pipeline file: topic_name_taken: { columns: { mail: { mask: hash, as: mail_hash }, mail_hash: { as: hash_of_source } } }
-- [comparison]
-- [rows]
SELECT mail = SHA2('a2@x', 256), mail = SHA2('b@x', 256) FROM topic_name_taken ORDER BY id
1|0
0|1
