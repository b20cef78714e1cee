-- Text that has come to grief elsewhere
-- [both]
CREATE TABLE kinds_of_text (id INT PRIMARY KEY AUTO_INCREMENT, text VARCHAR(99) CHARACTER SET utf8mb4);
-- [stream]
INSERT INTO kinds_of_text VALUES (1, 'O''Reilly'), (2, 'None'), (3, 'C:\\temp\\new'), (4, 'x''), (''injected'), (5, '{{7*7}} ${x} %s ?'), (6, '😀');
-- [rows]
SELECT text FROM kinds_of_text ORDER BY id
O'Reilly
None
C:\temp\new
x'), ('injected
{{7*7}} ${x} %s ?
😀
