package io.dataflowsync.sandbox.workload;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Writes orders, with their items and payments. */
final class Orders {
    private static final List<String> STATES = List.of("placed", "packed", "shipped", "None", "");

    private final Sql sql;
    private final Values values;
    private final Random random;
    private final Customers customers;
    private final Products products;
    private final Keys keys;
    private long count;

    Orders(Sql sql, Values values, Random random, Customers customers, Products products) throws SQLException {
        this.sql = sql;
        this.values = values;
        this.random = random;
        this.customers = customers;
        this.products = products;
        keys = Keys.of(sql, "orders");
        count = sql.number("SELECT MAX(CAST(SUBSTRING_INDEX(SUBSTRING(number, 7), '@', 1) AS UNSIGNED)) FROM orders");
    }

    Keys keys() {
        return keys;
    }

    void place() throws SQLException {
        long order = sql.insert(
                "INSERT INTO orders (customer_id, number, state, note, total, placed_at, shipped_on)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                customers.keys().any(random),
                "ORDER-" + ++count,
                "placed",
                values.oneIn(3) ? null : values.longText(),
                values.decimal(12, 4),
                values.dateTime(),
                values.dateOrNull());
        keys.add(order);
        Set<Long> chosen = new LinkedHashSet<>();
        for (int i = values.below(5); i >= 0; i--) {
            chosen.add(products.keys().any(random));
        }
        for (long product : chosen) {
            sql.run(
                    "INSERT INTO order_items VALUES (?, ?, ?, ?)",
                    order,
                    product,
                    values.below(65_536),
                    values.decimal(9, 2));
        }
        if (values.oneIn(2)) {
            pay(order);
        }
    }

    void pay() throws SQLException {
        if (!keys.isEmpty()) {
            pay(keys.any(random));
        }
    }

    private void pay(long order) throws SQLException {
        sql.run(
                "INSERT INTO payments (order_id, amount, fee, gateway, reference, paid_at) VALUES (?, ?, ?, ?, ?, ?)",
                order,
                values.decimal(20, 6).movePointLeft(2).setScale(6, java.math.RoundingMode.DOWN),
                values.unsigned64().toString(),
                values.oneIn(3) ? null : "card",
                values.bytes(16),
                values.oneIn(3) ? null : values.dateTime().substring(0, 23));
    }

    void change() throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        long order = keys.any(random);
        switch (values.below(4)) {
            case 0 ->
                sql.run(
                        "UPDATE orders SET state = ?, shipped_on = ? WHERE id = ?",
                        values.oneOf(STATES),
                        values.dateOrNull(),
                        order);
            case 1 ->
                sql.run(
                        "UPDATE orders SET customer_id = ?, note = ? WHERE id = ?",
                        customers.keys().any(random),
                        values.textOrNull(),
                        order);
            case 2 -> sql.run("UPDATE order_items SET quantity = ? WHERE order_id = ?", values.below(65_536), order);
            default -> sql.run("DELETE FROM order_items WHERE order_id = ? ORDER BY product_id LIMIT 1", order);
        }
    }

    /** Removes an order; the server deletes its items itself. */
    void remove(long order) throws SQLException {
        sql.run("DELETE FROM payments WHERE order_id = ?", order);
        sql.run("DELETE FROM orders WHERE id = ?", order);
    }
}
