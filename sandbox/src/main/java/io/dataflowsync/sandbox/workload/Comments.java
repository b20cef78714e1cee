package io.dataflowsync.sandbox.workload;

import java.sql.SQLException;
import java.util.Random;

/** Writes comments on products and on orders. */
final class Comments {
    private final Sql sql;
    private final Values values;
    private final Random random;
    private final Customers customers;
    private final Products products;
    private final Orders orders;

    Comments(Sql sql, Values values, Random random, Customers customers, Products products, Orders orders) {
        this.sql = sql;
        this.values = values;
        this.random = random;
        this.customers = customers;
        this.products = products;
        this.orders = orders;
    }

    void write() throws SQLException {
        boolean onOrder = values.oneIn(2) && !orders.keys().isEmpty();
        sql.run(
                "INSERT INTO comments (subject_type, subject_id, author_id, body, created_at) VALUES (?, ?, ?, ?, ?)",
                onOrder ? "Order" : "Product",
                (onOrder ? orders.keys() : products.keys()).any(random),
                values.oneIn(4) ? null : customers.keys().any(random),
                values.longText(),
                values.dateTime());
    }

    /** Changes a comment; sometimes it moves to another kind of subject. */
    void change() throws SQLException {
        if (values.oneIn(3)) {
            sql.run(
                    "UPDATE comments SET subject_type = 'Product', subject_id = ? ORDER BY id DESC LIMIT 1",
                    products.keys().any(random));
        } else {
            sql.run(
                    "UPDATE comments SET body = ? WHERE subject_type = 'Product' AND subject_id = ?",
                    values.text(),
                    products.keys().any(random));
        }
    }

    void remove() throws SQLException {
        sql.run("DELETE FROM comments ORDER BY id LIMIT 1");
    }

    void removeOf(String subjectType, long subject) throws SQLException {
        sql.run("DELETE FROM comments WHERE subject_type = ? AND subject_id = ?", subjectType, subject);
    }
}
