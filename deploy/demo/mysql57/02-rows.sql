-- A few rows for the snapshot. Rows that you write to this server afterwards are replicated, too.
-- Without this line the client that loads this file would read it as latin1.
SET NAMES utf8mb4;
INSERT INTO customers (id, name, email, tier, ssn, referrer_id, created_at) VALUES
  (1, 'Ada O''Reilly', 'ada@example.com', 'A', '123-45-6789', NULL, '2026-01-02 03:04:05.678901'),
  (2, 'Blaise \\ Pascal', 'blaise@example.com', 'B', NULL, 1, '2026-01-03 00:00:00'),
  (3, 'Grace 🐬', 'grace@example.com', NULL, NULL, 2, '2026-01-04 00:00:00');
INSERT INTO products (id, sku, title, description, price, stock, status, tags, attributes) VALUES
  (1, 'LAMP-1', 'Lamp', NULL, 19.90, 7, 'active', 'new,sale', '{"watt": 5}'),
  (2, 'DESK-1', 'Desk', 'None', 249.00, 1, 'active', 'heavy', NULL);
INSERT INTO orders (id, customer_id, number, state, total, placed_at) VALUES
  (1, 2, 'N-1', 'placed', 288.8000, '2026-02-01 10:00:00');
INSERT INTO order_items (order_id, product_id, quantity, unit_price) VALUES (1, 1, 2, 19.90), (1, 2, 1, 249.00);
INSERT INTO payments (order_id, amount, fee, gateway, reference) VALUES (1, 288.800000, 18446744073709551615, 'old', UNHEX('00FF'));
INSERT INTO comments (subject_type, subject_id, author_id, body, created_at) VALUES
  ('Product', 1, 3, 'C:\\temp\\new', '2026-02-02 10:00:00'),
  ('Order', 1, 2, '', '2026-02-03 10:00:00');
INSERT INTO events_without_key (kind, customer_id, detail) VALUES ('login', 1, NULL), ('login', 1, NULL);
