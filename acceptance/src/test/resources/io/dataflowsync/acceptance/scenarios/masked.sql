-- Values are masked before they leave the source's side
-- [pipeline]
masked: { columns: { mail: { mask: hash, as: mail_hash }, phone: { mask: { truncate: 3 } }, note: { mask: redact } } }
-- [source]
CREATE TABLE masked (id INT PRIMARY KEY AUTO_INCREMENT, mail VARCHAR(64), phone VARCHAR(20), note VARCHAR(64));
-- [target]
CREATE TABLE masked (id INT PRIMARY KEY AUTO_INCREMENT, mail VARCHAR(64), phone VARCHAR(20), note VARCHAR(64));
-- [stream]
INSERT INTO masked VALUES (1, 'abc', '0123456', 'private'), (2, 'abc', NULL, NULL);
-- [rows]
SELECT mail = SHA2('abc', 256), phone, note = 'private' FROM masked ORDER BY phone DESC
1|012|0
1|null|null
