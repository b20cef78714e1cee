-- A row is a dead letter that went with its grandparent, and the code that it names is given to another row
-- Use: orders, parcels with codes, and their scans; all goes with the order.
-- Expected: the delete waits behind the scan, and who takes the code behind the delete; the scan does not come back under the other parcel.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE letter_below_a_cascade (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE letter_below_a_cascade__parcel (id INT PRIMARY KEY AUTO_INCREMENT, o INT, code VARCHAR(9), w VARCHAR(9), UNIQUE KEY (code), CONSTRAINT parcel_goes_with_order FOREIGN KEY (o) REFERENCES letter_below_a_cascade (id) ON DELETE CASCADE);
CREATE TABLE letter_below_a_cascade__scan (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), x VARCHAR(20), CONSTRAINT scan_goes_with_parcel FOREIGN KEY (code) REFERENCES letter_below_a_cascade__parcel (code) ON DELETE CASCADE);
-- [target]
ALTER TABLE letter_below_a_cascade AUTO_INCREMENT = 1001;
ALTER TABLE letter_below_a_cascade__scan MODIFY x VARCHAR(5);
-- [before]
INSERT INTO letter_below_a_cascade VALUES (1, 'first'), (2, 'second'), (3, 'third');
INSERT INTO letter_below_a_cascade__parcel VALUES (1, 1, 'a', 'p1'), (2, 2, 'b', 'p2'), (3, 3, 'c', 'p3');
INSERT INTO letter_below_a_cascade__scan VALUES (1, 'b', 's1'), (2, 'c', 's2'), (3, 'a', 's3');
-- [stream]
INSERT INTO letter_below_a_cascade__scan VALUES (4, 'A', 'longer than that');
UPDATE letter_below_a_cascade__scan SET code = 'b', x = 'and this moved' WHERE id = 2;
DELETE FROM letter_below_a_cascade WHERE id = 1;
DELETE FROM letter_below_a_cascade WHERE id = 3;
INSERT INTO letter_below_a_cascade__parcel VALUES (4, 2, 'a', 'p4');
INSERT INTO letter_below_a_cascade__scan VALUES (5, 'a', 's5');
UPDATE letter_below_a_cascade__scan SET x = 's1x' WHERE id = 1;
-- step: await applied
-- step: on target: ALTER TABLE letter_below_a_cascade__scan MODIFY x VARCHAR(20)
-- step: replay dead letters
-- [comparison]
-- [rows]
SELECT s.x, p.w, o.v FROM letter_below_a_cascade__scan s LEFT JOIN letter_below_a_cascade__parcel p ON p.code = s.code LEFT JOIN letter_below_a_cascade o ON o.id = p.o ORDER BY s.x
and this moved|p2|second
s1x|p2|second
s5|p4|second
