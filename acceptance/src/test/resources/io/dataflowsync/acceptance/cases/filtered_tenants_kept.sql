-- Rows of other tenants, which the filters keep away, are deleted and get other keys; the keys are texts, and the target has rows of its own
-- Use: one tenant moves out to a server of its own, with the tables' foreign keys.
-- Expected: the tenant's rows and the target's own, and no dead letters: these rows never were on the target.
-- Basis: docs/mapping.md, Filters.
-- Settings: none
-- [pipeline]
filtered_tenants_kept: { filter: "tenant == 7" }
filtered_tenants_kept__order: { filter: "tenant == 7" }
filtered_tenants_kept__item: { filter: "tenant == 7" }
-- [both]
CREATE TABLE filtered_tenants_kept (code VARCHAR(9) PRIMARY KEY, tenant INT);
CREATE TABLE filtered_tenants_kept__order (nr VARCHAR(9) PRIMARY KEY, code VARCHAR(9), tenant INT, CONSTRAINT ftk_1 FOREIGN KEY (code) REFERENCES filtered_tenants_kept (code));
CREATE TABLE filtered_tenants_kept__item (id INT PRIMARY KEY AUTO_INCREMENT, nr VARCHAR(9), tenant INT, w VARCHAR(9), CONSTRAINT ftk_2 FOREIGN KEY (nr) REFERENCES filtered_tenants_kept__order (nr) ON DELETE CASCADE);
-- [target]
INSERT INTO filtered_tenants_kept__order VALUES ('own', NULL, 9);
-- [before]
INSERT INTO filtered_tenants_kept VALUES ('seven', 7), ('eight', 8);
INSERT INTO filtered_tenants_kept__order VALUES ('o7', 'seven', 7), ('o8', 'eight', 8), ('own', NULL, 8), ('p8', 'eight', 8);
INSERT INTO filtered_tenants_kept__item VALUES (1, 'o7', 7, 'i7'), (2, 'o8', 8, 'i8');
-- [stream]
-- step: await applied
DELETE FROM filtered_tenants_kept__order WHERE nr = 'o8';
DELETE FROM filtered_tenants_kept__order WHERE nr = 'own';
DELETE FROM filtered_tenants_kept__order WHERE nr = 'p8';
DELETE FROM filtered_tenants_kept WHERE code = 'eight';
UPDATE filtered_tenants_kept__item SET w = 'i7x' WHERE id = 1;
-- [rows]
SELECT code FROM filtered_tenants_kept
seven
SELECT nr FROM filtered_tenants_kept__order ORDER BY nr
o7
own
SELECT w FROM filtered_tenants_kept__item
i7x
