package io.dataflowsync.bench.scenario;

import io.dataflowsync.bench.scenario.BenchTable.Reference;
import java.util.List;

/** Makes the tables of W4: customers, their orders, and the items and payments of these. */
final class ShopTables {
    private static final String MARK_KEY =
            "(SELECT k FROM (SELECT COALESCE(MAX(id), 0) + 100000000 AS k FROM %s) AS m)";

    final String customers;
    final String orders;
    final String items;
    final String payments;

    ShopTables(String suffix) {
        this.customers = "w4_customers" + suffix;
        this.orders = "w4_orders" + suffix;
        this.items = "w4_order_items" + suffix;
        this.payments = "w4_payments" + suffix;
    }

    List<BenchTable> all() {
        return List.of(
                table(customers, """
                        (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(100) NOT NULL, points INT NOT NULL,
                        created_at DATETIME(3) NOT NULL)""", List.of("name", "points", "created_at"), List.of(), "'{mark}', 0, '2026-01-01'"),
                table(
                        orders,
                        """
                        (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(100) NOT NULL, customer_id BIGINT NOT NULL,
                        status ENUM('new', 'paid', 'sent', 'done') NOT NULL, total DECIMAL(12,2) NOT NULL,
                        created_at DATETIME(3) NOT NULL, KEY (customer_id), FOREIGN KEY (customer_id) REFERENCES %s (id))""".formatted(customers),
                        List.of("name", "status", "total", "created_at"),
                        List.of(new Reference("customer_id", customers, "name")),
                        "'{mark}', 1, 'new', 0, '2026-01-01'"),
                table(
                        items,
                        """
                        (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(100) NOT NULL, order_id BIGINT NOT NULL,
                        quantity INT NOT NULL, price DECIMAL(10,2) NOT NULL,
                        KEY (order_id), FOREIGN KEY (order_id) REFERENCES %s (id))""".formatted(orders),
                        List.of("name", "quantity", "price"),
                        List.of(new Reference("order_id", orders, "name")),
                        "'{mark}', 1, 1, 0"),
                table(
                        payments,
                        """
                        (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(100) NOT NULL, order_id BIGINT NOT NULL,
                        amount DECIMAL(12,2) NOT NULL, paid_at DATETIME(3) NOT NULL,
                        KEY (order_id), FOREIGN KEY (order_id) REFERENCES %s (id))""".formatted(orders),
                        List.of("name", "amount", "paid_at"),
                        List.of(new Reference("order_id", orders, "name")),
                        "'{mark}', 1, 0, '2026-01-01'"));
    }

    /** @param markValues the values of all columns but the key */
    private static BenchTable table(
            String name, String definition, List<String> columns, List<Reference> references, String markValues) {
        String mark = "INSERT INTO " + name + " SELECT " + MARK_KEY.formatted(name) + ", "
                + markValues.replace("'{mark}'", "?");
        return new BenchTable(name, "CREATE TABLE " + name + " " + definition, columns, references, "name", mark);
    }

    /** The statements for the customer and the order with the key 1, which marked rows refer to. */
    List<String> firstRows() {
        return List.of(
                "INSERT INTO " + customers + " VALUES (1, 'the house', 0, '2026-01-01')",
                "INSERT INTO " + orders + " VALUES (1, 'the first', 1, 'new', 0, '2026-01-01')");
    }
}
