-- Foreign keys on stored columns that are computed: from plain columns, from a JSON document, from what is a reference itself
-- Use: "polymorphic" columns with real constraints, IF(kind = 'customer', subject, NULL); an id taken out of a document by doc->'$.customer'; the lesser of two.
-- Expected: the rows refer to their customers; a halt before rows whose column is computed from old keys, or in another order: as plain columns they get the new ones.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
computed_reference__told: { references: { subject: { by: kind, tables: { customer: computed_reference } } } }
computed_reference__paper: { references: { doc: { path: $.customer, table: computed_reference } } }
-- [both]
CREATE TABLE computed_reference (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE computed_reference__note (id INT PRIMARY KEY AUTO_INCREMENT, kind VARCHAR(9), subject INT, customer INT AS (IF(kind = 'customer', subject, NULL)) STORED, w VARCHAR(9), CONSTRAINT computed_note_fk FOREIGN KEY (customer) REFERENCES computed_reference (id));
CREATE TABLE computed_reference__cart (id INT PRIMARY KEY AUTO_INCREMENT, doc JSON, customer INT AS (JSON_EXTRACT(doc, '$.customer')) STORED, w VARCHAR(9), CONSTRAINT computed_cart_fk FOREIGN KEY (customer) REFERENCES computed_reference (id));
CREATE TABLE computed_reference__pair (id INT PRIMARY KEY AUTO_INCREMENT, a INT, b INT, lesser INT AS (LEAST(a, b)) STORED, w VARCHAR(9), CONSTRAINT computed_a_fk FOREIGN KEY (a) REFERENCES computed_reference (id), CONSTRAINT computed_b_fk FOREIGN KEY (b) REFERENCES computed_reference (id), CONSTRAINT computed_lesser_fk FOREIGN KEY (lesser) REFERENCES computed_reference (id));
CREATE TABLE computed_reference__told (id INT PRIMARY KEY AUTO_INCREMENT, kind VARCHAR(9), subject INT, customer INT AS (IF(kind = 'customer', subject, NULL)) STORED, w VARCHAR(9), CONSTRAINT computed_told_fk FOREIGN KEY (customer) REFERENCES computed_reference (id));
CREATE TABLE computed_reference__paper (id INT PRIMARY KEY AUTO_INCREMENT, doc JSON, customer INT AS (JSON_EXTRACT(doc, '$.customer')) STORED, w VARCHAR(9), CONSTRAINT computed_paper_fk FOREIGN KEY (customer) REFERENCES computed_reference (id));
CREATE TABLE computed_reference__either (id INT PRIMARY KEY AUTO_INCREMENT, a INT, b INT, c INT AS (COALESCE(a, b)) STORED, w VARCHAR(9), CONSTRAINT computed_ea_fk FOREIGN KEY (a) REFERENCES computed_reference (id), CONSTRAINT computed_eb_fk FOREIGN KEY (b) REFERENCES computed_reference (id), CONSTRAINT computed_ec_fk FOREIGN KEY (c) REFERENCES computed_reference (id));
-- [target]
ALTER TABLE computed_reference AUTO_INCREMENT = 2;
-- [before]
INSERT INTO computed_reference VALUES (1, 'ann'), (2, 'bob'), (3, 'cy'), (4, 'dee');
INSERT INTO computed_reference__told (id, kind, subject, w) VALUES (1, 'customer', 2, 't1'), (2, 'other', 7, 't2');
-- [stream]
INSERT INTO computed_reference__told (id, kind, subject, w) VALUES (3, 'customer', 4, 't3');
UPDATE computed_reference__told SET kind = 'customer', subject = 3 WHERE id = 2;
INSERT INTO computed_reference__paper (id, doc, w) VALUES (1, '{"customer": 3}', 'q1'), (2, '{"customer": 4}', 'q2');
INSERT INTO computed_reference__either (id, a, b, w) VALUES (1, NULL, 2, 'e1'), (2, 3, 2, 'e2');
-- step: await applied
INSERT INTO computed_reference__note (id, kind, subject, w) VALUES (1, 'customer', 2, 'n1'), (2, 'other', 7, 'n2'), (3, 'customer', 4, 'n3');
-- step: halted target-computes: on target: ALTER TABLE computed_reference__note MODIFY customer INT
INSERT INTO computed_reference__cart (id, doc, w) VALUES (1, '{"customer": 3}', 'c1'), (2, '{"customer": 2}', 'c2');
-- step: halted target-computes: on target: ALTER TABLE computed_reference__cart MODIFY customer INT
INSERT INTO computed_reference__pair (id, a, b, w) VALUES (1, 3, 2, 'p1'), (2, 3, 4, 'p2');
-- step: halted target-computes: on target: ALTER TABLE computed_reference__pair MODIFY lesser INT
-- step: await applied
-- [comparison]
-- [rows]
SELECT k.w, c.n FROM computed_reference__note k LEFT JOIN computed_reference c ON c.id = k.customer ORDER BY k.w
n1|bob
n2|null
n3|dee
SELECT k.w, c.n FROM computed_reference__cart k LEFT JOIN computed_reference c ON c.id = k.customer ORDER BY k.w
c1|cy
c2|bob
SELECT k.w, c.n FROM computed_reference__pair k LEFT JOIN computed_reference c ON c.id = k.lesser ORDER BY k.w
p1|bob
p2|cy
SELECT k.w, c.n FROM computed_reference__told k LEFT JOIN computed_reference c ON c.id = k.customer ORDER BY k.w
t1|bob
t2|cy
t3|dee
SELECT k.w, c.n FROM computed_reference__paper k LEFT JOIN computed_reference c ON c.id = k.customer ORDER BY k.w
q1|cy
q2|dee
SELECT k.w, c.n FROM computed_reference__either k LEFT JOIN computed_reference c ON c.id = k.c ORDER BY k.w
e1|bob
e2|cy
