-- Rows without a key that differ in how a number of a JSON document is written, in a SRID, or in the sign of zero
-- Use: logs and positions without a key; one row of those that are nearly equal is deleted or changed.
-- Expected: the row that the source has deleted or changed, and no other.
-- Basis: the source's rows. A 5.7 prints the DOUBLE 5.0 of a document as 5, so a comparison of texts says nothing here.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE keyless_nearly_equal (who INT, doc JSON);
CREATE TABLE keyless_nearly_equal__place (who INT, p GEOMETRY);
CREATE TABLE keyless_nearly_equal__level (who INT, v DOUBLE);
-- [before]
INSERT INTO keyless_nearly_equal VALUES (4, '{"v": 2.0, "w": 1e20, "x": 0.00001, "y": [1.50, 1e15, 123456789.25, -3]}'), (5, '[7.0, 1e-7, 12345678901234567890, 1e16, null, "a\\"b.0"]'), (7, NULL);
INSERT INTO keyless_nearly_equal__place VALUES (2, ST_GeomFromText('POINT(3 4)', 4326)), (3, NULL);
INSERT INTO keyless_nearly_equal__level VALUES (2, -0e0), (3, NULL), (2, 5.5);
-- [stream]
DELETE FROM keyless_nearly_equal__place WHERE who > 1;
DELETE FROM keyless_nearly_equal__level WHERE who > 1;
DELETE FROM keyless_nearly_equal WHERE who = 7;
INSERT INTO keyless_nearly_equal VALUES (1, '{"v": 1}'), (1, '{"v": 1.0}'), (2, '[5]'), (2, '[5.0]');
INSERT INTO keyless_nearly_equal__place VALUES (1, ST_GeomFromText('POINT(1 2)', 0)), (1, ST_GeomFromText('POINT(1 2)', 4326));
INSERT INTO keyless_nearly_equal__level VALUES (1, 0e0), (1, -0e0);
-- step: await applied
DELETE FROM keyless_nearly_equal WHERE JSON_TYPE(JSON_EXTRACT(doc, '$.v')) = 'DOUBLE';
UPDATE keyless_nearly_equal SET who = 3 WHERE who = 2 AND JSON_TYPE(JSON_EXTRACT(doc, '$[0]')) = 'DOUBLE';
DELETE FROM keyless_nearly_equal WHERE who = 4;
UPDATE keyless_nearly_equal SET who = 6 WHERE who = 5;
DELETE FROM keyless_nearly_equal__place WHERE ST_SRID(p) = 4326;
DELETE FROM keyless_nearly_equal__level WHERE CAST(v AS CHAR) LIKE '-%';
-- [comparison]
-- [rows]
SELECT who, CAST(doc AS CHAR) FROM keyless_nearly_equal ORDER BY who
1|{"v": 1}
2|[5]
3|[5.0]
6|[7, 0.0000001, 12345678901234567890, 1e16, null, "a\"b.0"]
SELECT who, ST_SRID(p) FROM keyless_nearly_equal__place
1|0
SELECT who, v FROM keyless_nearly_equal__level
1|0.0
