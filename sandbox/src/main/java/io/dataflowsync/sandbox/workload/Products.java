package io.dataflowsync.sandbox.workload;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/** Writes the products that the shop sells. */
final class Products {
    private static final List<String> STATES = List.of("draft", "active", "retired");
    private static final List<String> TAGS = List.of("", "new", "new,sale", "sale,heavy", "new,sale,heavy");

    private final Sql sql;
    private final Values values;
    private final Random random;
    private final Keys keys;
    private long count;

    Products(Sql sql, Values values, Random random) throws SQLException {
        this.sql = sql;
        this.values = values;
        this.random = random;
        keys = Keys.of(sql, "products");
        count = sql.number("SELECT MAX(CAST(SUBSTRING_INDEX(SUBSTRING(sku, 5), '@', 1) AS UNSIGNED)) FROM products"
                + " WHERE sku LIKE 'SKU-%'");
    }

    Keys keys() {
        return keys;
    }

    void add() throws SQLException {
        long key = sql.insert(
                "INSERT INTO products (sku, title, description, price, stock, weight, status, tags, attributes, picture)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                "SKU-" + ++count,
                values.text(),
                values.textOrNull(),
                values.decimal(10, 2),
                values.below(1000),
                values.oneIn(3) ? null : random.nextGaussian(),
                values.oneOf(STATES),
                values.oneOf(TAGS),
                values.jsonOrNull(),
                values.bytesOrNull(400));
        keys.add(key);
    }

    void change() throws SQLException {
        long key = keys.any(random);
        switch (values.below(4)) {
            case 0 ->
                sql.run("UPDATE products SET price = ?, stock = stock - 1 WHERE id = ?", values.decimal(10, 2), key);
            case 1 ->
                sql.run(
                        "UPDATE products SET description = ?, status = ? WHERE id = ?",
                        values.textOrNull(),
                        values.oneOf(STATES),
                        key);
            case 2 ->
                sql.run(
                        "UPDATE products SET attributes = ?, tags = ? WHERE id = ?",
                        values.jsonOrNull(),
                        values.oneOf(TAGS),
                        key);
            default ->
                sql.run(
                        "UPDATE products SET title = ?, picture = ?, weight = ? WHERE id = ?",
                        values.text(),
                        values.bytesOrNull(400),
                        random.nextGaussian(),
                        key);
        }
    }

    /** Changes many rows with one statement. */
    void restock() throws SQLException {
        sql.run("UPDATE products SET stock = stock + 1 ORDER BY id LIMIT 200");
    }
}
