-- A text column with documents, in which a reference stands, has a text that is no document
-- Use: documents were kept in TEXT before there was JSON; some rows have '' or a note in it.
-- Expected: the rows: a text that is no document refers to nothing; or one dead letter for each, with the rest applied. Not a lane that stands still.
-- Basis: by reasoning.
-- Settings: none
-- Pipeline: its own
-- [pipeline]
text_is_no_document__note: { references: { meta: [{ path: "$.user_id", table: text_is_no_document }] } }
-- [both]
CREATE TABLE text_is_no_document (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE text_is_no_document__note (id INT PRIMARY KEY AUTO_INCREMENT, meta TEXT, w VARCHAR(9));
-- [target]
ALTER TABLE text_is_no_document AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO text_is_no_document VALUES (1, 'a'), (2, 'b');
-- [stream]
INSERT INTO text_is_no_document__note VALUES (1, '{"user_id": 2}', 'n1');
INSERT INTO text_is_no_document__note VALUES (2, 'see above', 'n2'), (3, '', 'n3'), (4, '{"user_id": 1', 'n4');
-- step: await applied
-- step: dismiss dead letters
UPDATE text_is_no_document__note SET meta = '{"user_id": 1}' WHERE id = 1;
INSERT INTO text_is_no_document__note VALUES (5, '{"user_id": 2}', 'n5');
-- [rows]
SELECT k.w, p.n FROM text_is_no_document__note k JOIN text_is_no_document p ON p.id = IF(JSON_VALID(k.meta), JSON_EXTRACT(k.meta, '$.user_id'), 0) ORDER BY k.w
n1|a
n5|b
