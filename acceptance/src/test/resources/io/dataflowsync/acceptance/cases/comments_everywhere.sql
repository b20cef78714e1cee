-- Versioned comments between any two words of a statement
-- Use: dumps and generators for several versions: what 5.7 reads counts, what is for later servers does not.
-- Expected: the columns of the source: k is signed, m and n are there.
-- Basis: by reasoning: the source's columns and rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE comments_everywhere (id INT PRIMARY KEY AUTO_INCREMENT, a INT);
-- [before]
INSERT INTO comments_everywhere VALUES (1, 1);
-- [stream]
ALTER /*!50000 TABLE */ comments_everywhere /*!50000 ADD COLUMN n INT */ /*!50701 UNSIGNED */ /* not SIGNED */ NOT NULL DEFAULT 5, /*!50701 ADD m BIGINT UNSIGNED, */ ADD /*!99999 never */ COLUMN k INT /*!80000 UNSIGNED */;
INSERT INTO comments_everywhere (id, a, n, m, k) VALUES (2, 2, 4000000000, 18446744073709551615, -5);
ALTER TABLE comments_everywhere DROP COLUMN a /*!99999 , DROP COLUMN n */ /*!50000 , MODIFY m BIGINT UNSIGNED FIRST */;
INSERT INTO comments_everywhere (id, n, m, k) VALUES (3, 3, 33, -3);
-- [comparison]
-- [rows]
SELECT n, m, k FROM comments_everywhere ORDER BY n
3|33|-3
5|null|null
4000000000|18446744073709551615|-5
