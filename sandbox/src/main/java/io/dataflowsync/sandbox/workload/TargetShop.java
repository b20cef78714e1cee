package io.dataflowsync.sandbox.workload;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;

/** The target's own application: it writes rows that the source never had, with the keys that the server gives. */
public final class TargetShop implements AutoCloseable {
    private final Sql sql;
    private final Values values;
    private final OwnRows rows;
    private int count;

    /**
     * @param connection to the target's schema; becomes this one's own
     * @param rows is told each row once it is committed
     */
    public TargetShop(Connection connection, long seed, OwnRows rows) throws SQLException {
        connection.setAutoCommit(false);
        this.sql = new Sql(connection);
        this.values = new Values(new Random(seed));
        this.rows = rows;
    }

    /** One transaction that writes a row to each table: committed, or rolled back where it fails. */
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
        long payment = sql.insert(
                "INSERT INTO payments (order_id, amount, fee, gateway, reference) VALUES (?, ?, ?, ?, ?)",
                order,
                values.decimal(12, 6),
                values.below(100),
                "own",
                values.bytes(16));
        long comment = sql.insert(
                "INSERT INTO comments (subject_type, subject_id, author_id, body, created_at) VALUES (?, ?, ?, ?, ?)",
                "Order",
                order,
                client,
                values.text(),
                values.dateTime());
        sql.run("INSERT INTO events VALUES (?, ?, ?, ?)", "own", client, mark, values.dateTime());
        sql.commit();
        rows.add("clients", "id", client);
        rows.add("products", "id", product);
        rows.add("orders", "id", order);
        rows.add("order_items", "order_id", order);
        rows.add("payments", "id", payment);
        rows.add("comments", "id", comment);
        rows.add("events", "customer_id", client);
    }

    @Override
    public void close() throws SQLException {
        sql.close();
    }
}
