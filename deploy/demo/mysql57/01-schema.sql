CREATE TABLE customers (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(120) NOT NULL,
  email VARCHAR(120) NOT NULL,
  tier CHAR(1) NULL,
  ssn VARCHAR(20) NULL,
  referrer_id INT UNSIGNED NULL,
  avatar VARBINARY(64) NULL,
  created_at DATETIME(6) NOT NULL,
  changed_at TIMESTAMP(6) NULL,
  UNIQUE KEY (email),
  CONSTRAINT customer_referrer FOREIGN KEY (referrer_id) REFERENCES customers (id) ON DELETE SET NULL
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE products (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  sku VARCHAR(40) NOT NULL,
  title VARCHAR(200) NOT NULL,
  description TEXT NULL,
  price DECIMAL(12,2) NOT NULL,
  stock INT NOT NULL,
  weight DOUBLE NULL,
  status ENUM('draft','active','retired') NOT NULL,
  tags SET('new','sale','heavy') NOT NULL,
  attributes JSON NULL,
  picture BLOB NULL,
  UNIQUE KEY (sku)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE orders (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  customer_id INT UNSIGNED NOT NULL,
  number VARCHAR(40) NOT NULL,
  state VARCHAR(20) NOT NULL,
  note TEXT NULL,
  total DECIMAL(14,4) NOT NULL,
  placed_at DATETIME(6) NOT NULL,
  shipped_on DATE NULL,
  UNIQUE KEY (number),
  CONSTRAINT order_customer FOREIGN KEY (customer_id) REFERENCES customers (id)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE order_items (
  order_id BIGINT UNSIGNED NOT NULL,
  product_id BIGINT NOT NULL,
  quantity SMALLINT UNSIGNED NOT NULL,
  unit_price DECIMAL(12,2) NOT NULL,
  PRIMARY KEY (order_id, product_id),
  CONSTRAINT item_order FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE,
  CONSTRAINT item_product FOREIGN KEY (product_id) REFERENCES products (id)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE payments (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  order_id BIGINT UNSIGNED NOT NULL,
  amount DECIMAL(20,6) NOT NULL,
  fee BIGINT UNSIGNED NOT NULL,
  gateway VARCHAR(20) NULL,
  reference BINARY(16) NOT NULL,
  paid_at TIMESTAMP(3) NULL,
  CONSTRAINT payment_order FOREIGN KEY (order_id) REFERENCES orders (id)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE comments (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  subject_type VARCHAR(20) NOT NULL,
  subject_id BIGINT UNSIGNED NOT NULL,
  author_id INT UNSIGNED NULL,
  body TEXT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  KEY (subject_type, subject_id),
  CONSTRAINT comment_author FOREIGN KEY (author_id) REFERENCES customers (id) ON DELETE SET NULL
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE events_without_key (
  kind VARCHAR(40) NOT NULL,
  customer_id INT UNSIGNED NULL,
  detail VARCHAR(255) NULL,
  happened_at DATETIME(6) NULL,
  KEY (kind)
) DEFAULT CHARSET = utf8mb4;
