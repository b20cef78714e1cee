-- The target has rows of its own, under the same keys as the source's: they stay as they are.
-- Without this line the client that loads this file would read it as latin1.
SET NAMES utf8mb4;
INSERT INTO clients (id, full_name, email, created_at) VALUES
  (1, 'An own client', SHA2('own@example.com', 256), '2020-01-01 00:00:00'),
  (2, 'Another', SHA2('another@example.com', 256), '2020-01-01 00:00:00');
