package io.dataflowsync.sandbox.workload;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;

/**
 * Runs the target's own application: it writes rows that the source never had, with the keys that the server generates. After a failure
 * of the server, the next one takes over: it finds out which rows the last one has committed.
 */
public final class TargetShop implements Application {
    private final Sql sql;
    private final Values values;
    private final OwnRows rows;
    private long count;

    /**
     * @param connection a connection to the target's schema; this object closes it
     * @param rows takes each row once it is committed
     */
    public TargetShop(Connection connection, long seed, OwnRows rows) throws SQLException {
        connection.setAutoCommit(false);
        this.sql = new Sql(connection);
        this.values = new Values(new Random(seed));
        this.rows = rows;
        this.count = sql.number("SELECT MAX(CAST(SUBSTRING(sku, 5) AS UNSIGNED)) FROM products WHERE sku LIKE 'OWN-%'");
        for (long number = rows.remembered() + 1; number <= count; number++) {
            remember(number);
        }
    }

    /** Runs one transaction that writes a row to each table: it is committed, or rolled back if it fails. */
    @Override
    public void transact() throws SQLException {
        try {
            write();
        } catch (SQLException e) {
            sql.rollback();
            throw e;
        }
    }

    private void write() throws SQLException {
        String mark = "OWN-" + ++count;
        long client = sql.insert(
                "INSERT INTO clients (full_name, email, created_at) VALUES (?, ?, ?)",
                values.text(),
                mark + "@example.org",
                values.dateTime());
        long product = sql.insert(
                "INSERT INTO products (sku, name, description, price, stock, status, tags) VALUES (?, ?, ?, ?, ?, ?, ?)",
                mark,
                values.text(),
                values.text(),
                values.decimal(10, 2),
                values.below(100),
                "active",
                "");
        long order = sql.insert(
                "INSERT INTO orders (customer_id, number, state, total, placed_at) VALUES (?, ?, ?, ?, ?)",
                client,
                mark,
                "own",
                values.decimal(12, 4),
                values.dateTime());
        sql.run("INSERT INTO order_items VALUES (?, ?, ?, ?)", order, product, 1, values.decimal(9, 2));
        sql.insert(
                "INSERT INTO payments (order_id, amount, fee, gateway, reference) VALUES (?, ?, ?, ?, ?)",
                order,
                values.decimal(12, 6),
                values.below(100),
                "own",
                values.bytes(16));
        sql.insert(
                "INSERT INTO comments (subject_type, subject_id, author_id, body, created_at) VALUES (?, ?, ?, ?, ?)",
                "Order",
                order,
                client,
                values.text(),
                values.dateTime());
        sql.run("INSERT INTO events VALUES (?, ?, ?, ?)", "own", client, mark, values.dateTime());
        sql.commit();
        remember(count);
    }

    /** Remembers the rows of a transaction; there are none if it was rolled back. */
    private void remember(long number) throws SQLException {
        String mark = "OWN-" + number;
        for (long client : sql.numbers("SELECT id FROM clients WHERE email = ?", mark + "@example.org")) {
            rows.add("clients", "id", client);
            rows.add("events", "customer_id", client);
        }
        for (long product : sql.numbers("SELECT id FROM products WHERE sku = ?", mark)) {
            rows.add("products", "id", product);
        }
        for (long order : sql.numbers("SELECT id FROM orders WHERE number = ?", mark)) {
            rows.add("orders", "id", order);
            rows.add("order_items", "order_id", order);
            add("payments", "SELECT id FROM payments WHERE order_id = ?", order);
            add("comments", "SELECT id FROM comments WHERE subject_type = 'Order' AND subject_id = ?", order);
        }
        sql.commit();
        rows.remembered(number);
    }

    private void add(String table, String keys, long order) throws SQLException {
        for (long key : sql.numbers(keys, order)) {
            rows.add(table, "id", key);
        }
    }

    @Override
    public void close() throws SQLException {
        sql.close();
    }
}
