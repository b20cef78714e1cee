-- Rows of a parent go, with rows of a child, while cdc-service is away; then the parent joins the pipeline
-- Use: a table that was left out joins when cdc-service starts again; its child has no key, so that it cannot be read again.
-- Expected: the capture stops before each DELETE: the child's rows went in no event, and cannot be read again. They are deleted by hand.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
joins_parent_later: { skip: true }
-- [both]
CREATE TABLE joins_parent_later (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE joins_parent_later__kid (p INT, w VARCHAR(9), CONSTRAINT joins_later_p FOREIGN KEY (p) REFERENCES joins_parent_later (id) ON DELETE CASCADE);
-- [before]
INSERT INTO joins_parent_later VALUES (1, 'a'), (2, 'b'), (4, 'd');
INSERT INTO joins_parent_later__kid VALUES (1, 'k1'), (2, 'k2'), (4, 'k4');
-- [stream]
-- step: await applied
-- step: end cdc-service
DELETE FROM joins_parent_later WHERE id = 1;
DELETE FROM joins_parent_later WHERE id = 4;
-- step: pipeline file: joins_parent_later: { identity: keep }
-- step: await stopped source-cascade
-- step: on target: DELETE FROM joins_parent_later__kid WHERE p = 1;
-- step: skip
-- step: await stopped source-cascade
-- step: on target: DELETE FROM joins_parent_later__kid WHERE p = 4;
-- step: skip
-- step: await applied
INSERT INTO joins_parent_later VALUES (3, 'c');
INSERT INTO joins_parent_later__kid VALUES (3, 'k3');
-- [comparison]
-- [rows]
SELECT k.w, p.n FROM joins_parent_later__kid k LEFT JOIN joins_parent_later p ON p.id = k.p ORDER BY k.w
k2|b
k3|c
