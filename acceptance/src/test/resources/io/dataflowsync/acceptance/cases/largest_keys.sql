-- Keys beyond the signed range, and the smallest ones, change by MINIMAL images
-- Use: BIGINT UNSIGNED keys made of hashes.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- [both]
CREATE TABLE largest_keys (id BIGINT UNSIGNED PRIMARY KEY AUTO_INCREMENT, v VARCHAR(40) CHARACTER SET utf8mb4);
CREATE TABLE largest_keys__kid (id INT PRIMARY KEY AUTO_INCREMENT, p BIGINT UNSIGNED, w VARCHAR(9) CHARACTER SET latin1, CONSTRAINT cbi_fk FOREIGN KEY (p) REFERENCES largest_keys (id));
-- [target]
ALTER TABLE largest_keys AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO largest_keys VALUES (18446744073709551614, 'max'), (9223372036854775808, 'over'), (9223372036854775807, 'signed'), (1, 'one');
INSERT INTO largest_keys__kid VALUES (1, 18446744073709551614, 'k1'), (2, 9223372036854775808, 'k2'), (3, 9223372036854775807, 'k3'), (-5, 1, 'k4');
-- [stream]
UPDATE largest_keys SET v = CONCAT(v, '!') WHERE id > 5;
UPDATE largest_keys__kid SET p = 18446744073709551614 WHERE id = 3;
SET SESSION binlog_row_image = 'MINIMAL';
UPDATE largest_keys__kid SET id = -2147483648 WHERE id = -5;
UPDATE largest_keys__kid SET p = 9223372036854775807 WHERE id = 2;
DELETE FROM largest_keys WHERE id = 9223372036854775808;
SET SESSION binlog_row_image = 'FULL';
INSERT INTO largest_keys VALUES (9223372036854775808, 'back 😀');
INSERT INTO largest_keys__kid VALUES (7, 9223372036854775808, 'é€');
-- [comparison]
-- [rows]
SELECT k.w, HEX(k.w), p.v FROM largest_keys__kid k LEFT JOIN largest_keys p ON p.id = k.p ORDER BY k.w
é€|E980|back 😀
k1|6B31|max!
k2|6B32|signed!
k3|6B33|max!
k4|6B34|one
