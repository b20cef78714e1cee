-- Two foreign keys share the tenant; the one empties it, then the row that the other one names goes with ON DELETE CASCADE
-- Use: an order has a payment and a parcel, both of the order's shop; the payment is erased, later the parcel.
-- Expected: the order has no shop any more when the parcel goes, so it stays.
-- Basis: the source's rows.
-- Settings: none
-- [both]
CREATE TABLE shared_column_emptied__pay (shop INT, no INT, n VARCHAR(9), PRIMARY KEY (shop, no));
CREATE TABLE shared_column_emptied__parcel (shop INT, no INT, n VARCHAR(9), PRIMARY KEY (shop, no));
CREATE TABLE shared_column_emptied (id INT PRIMARY KEY AUTO_INCREMENT, shop INT, pay INT, parcel INT, w VARCHAR(9), CONSTRAINT shared_column_pay_fk FOREIGN KEY (shop, pay) REFERENCES shared_column_emptied__pay (shop, no) ON DELETE SET NULL, CONSTRAINT shared_column_parcel_fk FOREIGN KEY (shop, parcel) REFERENCES shared_column_emptied__parcel (shop, no) ON DELETE CASCADE);
-- [target]
ALTER TABLE shared_column_emptied AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO shared_column_emptied__pay VALUES (1, 1, 'a'), (1, 2, 'b');
INSERT INTO shared_column_emptied__parcel VALUES (1, 1, 'p1'), (1, 2, 'p2'), (1, 9, 'p9');
INSERT INTO shared_column_emptied VALUES (1, 1, 1, 1, 'o1'), (2, 1, 2, 2, 'o2');
-- [stream]
-- step: end dpu-service
BEGIN;
DELETE FROM shared_column_emptied__parcel WHERE shop = 1 AND no = 9;
DELETE FROM shared_column_emptied__pay WHERE shop = 1 AND no = 1;
DELETE FROM shared_column_emptied__parcel WHERE shop = 1 AND no = 1;
COMMIT;
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT w, shop, pay, parcel FROM shared_column_emptied ORDER BY w
o1|null|null|1
o2|1|2|2
