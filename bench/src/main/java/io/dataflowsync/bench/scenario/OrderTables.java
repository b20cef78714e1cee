package io.dataflowsync.bench.scenario;

import io.dataflowsync.bench.scenario.BenchTable.Reference;
import java.util.ArrayList;
import java.util.List;

/** Makes customers, and orders that refer to them: the tables of W1, W2, W3 and W5. */
final class OrderTables {
    static final int CUSTOMERS = 1000;

    private static final int ROWS_PER_STATEMENT = 500;
    /** A key above those that the workloads use. */
    private static final String MARK_KEY =
            "(SELECT k FROM (SELECT COALESCE(MAX(id), 0) + 100000000 AS k FROM %s) AS m)";

    private final String customers;
    private final String orders;

    OrderTables(String prefix, String suffix) {
        this.customers = prefix + "_customers" + suffix;
        this.orders = prefix + "_orders" + suffix;
    }

    String orders() {
        return orders;
    }

    List<BenchTable> tables() {
        return List.of(customerTable(), orderTable());
    }

    private BenchTable customerTable() {
        String create = "CREATE TABLE " + customers
                + " (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(100) NOT NULL)";
        String mark = "INSERT INTO " + customers + " (id, name) SELECT " + MARK_KEY.formatted(customers) + ", ?";
        return new BenchTable(customers, create, List.of("name"), List.of(), "name", mark);
    }

    private BenchTable orderTable() {
        String create = """
                CREATE TABLE %s (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, customer_id BIGINT NOT NULL,
                status ENUM('new', 'paid', 'sent', 'done') NOT NULL, total DECIMAL(12,2) NOT NULL, note VARCHAR(200) NOT NULL,
                created_at DATETIME(3) NOT NULL, details JSON, KEY (customer_id),
                CONSTRAINT %s FOREIGN KEY (customer_id) REFERENCES %s (id))""".formatted(orders, orders + "_customer", customers);
        String mark = "INSERT INTO " + orders + " (id, customer_id, status, total, note, created_at, details) SELECT "
                + MARK_KEY.formatted(orders) + ", 1, 'done', 0, ?, '2026-01-01', NULL";
        return new BenchTable(
                orders,
                create,
                List.of("status", "total", "note", "created_at", "details"),
                List.of(new Reference("customer_id", customers, "name")),
                "note",
                mark);
    }

    /** The statements that insert the customers 1 to {@link #CUSTOMERS}. */
    List<String> customerRows() {
        StringBuilder sql = new StringBuilder("INSERT INTO " + customers + " (id, name) VALUES ");
        for (int id = 1; id <= CUSTOMERS; id++) {
            sql.append(id == 1 ? "(" : ",(")
                    .append(id)
                    .append(",'customer ")
                    .append(id)
                    .append("')");
        }
        return List.of(sql.toString());
    }

    /** The statements that insert the orders from 1 to this number. */
    List<String> orderRows(int count, Words words) {
        List<String> statements = new ArrayList<>();
        for (int first = 1; first <= count; first += ROWS_PER_STATEMENT) {
            statements.add(insert(first, Math.min(count, first + ROWS_PER_STATEMENT - 1), words));
        }
        return statements;
    }

    /** One statement that inserts the orders from the first key to the last. */
    String insert(long first, long last, Words words) {
        StringBuilder sql = new StringBuilder(200 * (int) (last - first + 2));
        sql.append("INSERT INTO ").append(orders);
        sql.append(" (id, customer_id, status, total, note, created_at, details) VALUES ");
        for (long id = first; id <= last; id++) {
            sql.append(id == first ? "(" : ",(").append(id).append(',').append(1 + words.below(CUSTOMERS));
            sql.append(",'").append(words.status()).append("',").append(words.amount());
            sql.append(",'")
                    .append(words.text(20 + words.below(60)))
                    .append("','")
                    .append(words.moment());
            sql.append("','").append(words.json()).append("')");
        }
        return sql.toString();
    }

    /** The statement that changes one order as a shop does. */
    String update(long id, Words words) {
        return "UPDATE " + orders + " SET status = '" + words.status() + "', total = " + words.amount() + ", note = '"
                + words.text(20 + words.below(60)) + "' WHERE id = " + id;
    }

    String delete(long id) {
        return "DELETE FROM " + orders + " WHERE id = " + id;
    }
}
