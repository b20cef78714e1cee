-- A text key and references to it that differ in case, behind
-- Use: countries by their codes, written by several applications.
-- Expected: the child of before goes with the first parent, the one of behind stays with the second.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE cased_reference_replaced (code VARCHAR(9) NOT NULL PRIMARY KEY, v VARCHAR(9));
CREATE TABLE cased_reference_replaced__kid (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), w VARCHAR(9), CONSTRAINT kid_names_code_in_any_case FOREIGN KEY (code) REFERENCES cased_reference_replaced (code) ON DELETE CASCADE);
-- [before]
INSERT INTO cased_reference_replaced VALUES ('a', 'first'), ('b', 'second');
INSERT INTO cased_reference_replaced__kid VALUES (1, 'a', 'k1'), (2, 'b', 'k2');
-- [stream]
-- step: end dpu-service
INSERT INTO cased_reference_replaced__kid VALUES (3, 'b', 'k3');
DELETE FROM cased_reference_replaced WHERE code = 'a';
INSERT INTO cased_reference_replaced VALUES ('a', 'again');
INSERT INTO cased_reference_replaced__kid VALUES (4, 'A', 'k4');
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT k.w, k.code, p.v FROM cased_reference_replaced__kid k LEFT JOIN cased_reference_replaced p ON p.code = k.code ORDER BY k.w
k2|b|second
k3|b|second
k4|A|again
