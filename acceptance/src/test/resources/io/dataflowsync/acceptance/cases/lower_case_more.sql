-- The source has lower_case_table_names = 1: foreign keys, LIKE, swaps and cascades, with names in any case
-- Use: an application that came from Windows.
-- Expected: every name is about the table in small letters, as it is for the source; references mean what they mean there.
-- Basis: by reasoning: the source's tables and rows.
-- Settings: ddl: apply
-- Pipeline: its own
-- Source: --lower-case-table-names=1
-- [both]
CREATE TABLE lower_case_more (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE lower_case_more__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT lower_case_more_fk FOREIGN KEY (p) REFERENCES lower_case_more (id) ON DELETE CASCADE);
-- [target]
ALTER TABLE lower_case_more AUTO_INCREMENT = 2;
-- [before]
INSERT INTO Lower_Case_More VALUES (1, 'p1'), (2, 'p2'), (3, 'p3');
INSERT INTO LOWER_CASE_MORE__KID VALUES (1, 1, 'k1'), (2, 2, 'k2');
-- [stream]
CREATE TABLE LOWER_CASE_MORE__Pet (id INT PRIMARY KEY AUTO_INCREMENT, P INT, w VARCHAR(9), FOREIGN KEY (p) REFERENCES Lower_Case_More (ID) ON DELETE CASCADE);
INSERT INTO Lower_Case_More__PET VALUES (1, 2, 'p1'), (2, 3, 'p2');
CREATE TABLE Lower_Case_More__Like LIKE LOWER_CASE_MORE__KID;
INSERT INTO LOWER_case_more__like VALUES (1, 2, 'l1');
ALTER TABLE LOWER_CASE_MORE__PET DROP FOREIGN KEY lower_case_more__pet_ibfk_1;
-- step: await applied
-- step: end dpu-service
RENAME TABLE Lower_Case_More__Kid TO LOWER_CASE_MORE__Old, Lower_Case_More__Like TO lower_case_more__KID;
INSERT INTO Lower_Case_More__Kid VALUES (2, 3, 'l2');
DELETE FROM LOWER_CASE_MORE WHERE id = 2;
ALTER TABLE Lower_Case_More__Kid ADD COLUMN x INT AFTER ID;
INSERT INTO Lower_Case_More VALUES (2, 'again');
INSERT INTO Lower_Case_More__Kid VALUES (3, 7, 2, 'l3');
-- step: start dpu-service
-- step: await applied
CREATE TABLE Lower_Case_More__Toy (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9));
ALTER TABLE LOWER_CASE_MORE__TOY ADD CONSTRAINT lower_case_more_toy FOREIGN KEY (p) REFERENCES LOWER_CASE_MORE (id);
INSERT INTO lower_case_more__toy VALUES (1, 3, 't1');
TRUNCATE LOWER_CASE_MORE__Pet;
-- [comparison]
-- [rows]
SELECT k.w, p.n FROM lower_case_more__old k LEFT JOIN lower_case_more p ON p.id = k.p ORDER BY k.w
k1|p1
SELECT k.w, p.n FROM lower_case_more__kid k LEFT JOIN lower_case_more p ON p.id = k.p ORDER BY k.w
l1|again
l2|p3
l3|again
SELECT k.w, p.n FROM lower_case_more__toy k LEFT JOIN lower_case_more p ON p.id = k.p
t1|p3
SELECT COUNT(*) FROM lower_case_more__pet
0
