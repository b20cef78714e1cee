-- A key of several columns changes: the row of the old one becomes that of the new one
-- [both]
CREATE TABLE composite_move (a INT, b VARCHAR(9), n INT, PRIMARY KEY (a, b));
-- [before]
INSERT INTO composite_move VALUES (1, 'x', 10), (2, 'y', 20);
-- [stream]
UPDATE composite_move SET b = 'z' WHERE a = 1;
UPDATE composite_move SET a = 3, n = 30 WHERE a = 2;
-- [events]
snapshot composite_move {"a":1,"b":"x","n":10}
snapshot composite_move {"a":2,"b":"y","n":20}
update composite_move {"a":1,"b":"x","n":10} {"a":1,"b":"z","n":10}
update composite_move {"a":2,"b":"y","n":20} {"a":3,"b":"y","n":30}
-- [rows]
SELECT a, b, n FROM composite_move ORDER BY a
1|z|10
3|y|30
