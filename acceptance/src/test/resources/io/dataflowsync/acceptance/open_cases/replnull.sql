-- The same with ON DELETE SET NULL
-- Settings: none
-- Pipeline: its own
-- [both]
CREATE TABLE replnull (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) NOT NULL, v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE replnull__kid (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), w VARCHAR(9), CONSTRAINT h3rn_fk FOREIGN KEY (code) REFERENCES replnull (code) ON DELETE SET NULL);
-- [target]
ALTER TABLE replnull AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO replnull VALUES (1, 'a', 'first'), (2, 'b', 'second');
INSERT INTO replnull__kid VALUES (1, 'a', 'k1'), (2, NULL, 'k2');
-- [stream]
-- step: end dpu-service
UPDATE replnull__kid SET code = 'b' WHERE id = 2;
DELETE FROM replnull WHERE code = 'a';
INSERT INTO replnull VALUES (3, 'a', 'again');
UPDATE replnull__kid SET code = 'a' WHERE id = 1;
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM replnull__kid k LEFT JOIN replnull p ON p.code = k.code ORDER BY k.w
k1|again
k2|second
