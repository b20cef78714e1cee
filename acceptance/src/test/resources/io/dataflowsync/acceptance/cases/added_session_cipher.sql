-- A stored column is added that enciphers, in a session with another block_encryption_mode
-- Use: a column for a search by what is enciphered. The mode is a matter of the session, and in no event.
-- Expected: a halt before the statement as long as there are rows; as a plain column it gets the source's values.
-- Basis: by reasoning: AES_ENCRYPT takes its key's length from block_encryption_mode; reckoned with openssl.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE added_session_cipher (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9) CHARACTER SET latin1);
-- [target]
ALTER TABLE added_session_cipher AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO added_session_cipher VALUES (1, 'abc');
-- [stream]
SET SESSION block_encryption_mode = 'aes-256-ecb';
ALTER TABLE added_session_cipher ADD COLUMN s VARBINARY(32) AS (AES_ENCRYPT(v, 'k')) STORED;
-- step: halted schema-change-refused: on target: DELETE FROM added_session_cipher
-- step: dismiss dead letters
-- step: read again: added_session_cipher
-- step: halted target-computes: on target: ALTER TABLE added_session_cipher MODIFY s VARBINARY(32)
-- [rows]
SELECT v, LOWER(HEX(s)) FROM added_session_cipher
abc|c6e5d6d3c887ace03cad0f66f028c8bb
