package io.dataflowsync.sandbox.workload;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Writes customers, some of whom were brought by another customer. */
final class Customers {
    private static final List<@Nullable String> TIERS = Arrays.asList("A", "B", "C", "D", null);

    private final Sql sql;
    private final Values values;
    private final Random random;
    private final Keys keys;
    private long count;

    Customers(Sql sql, Values values, Random random) throws SQLException {
        this.sql = sql;
        this.values = values;
        this.random = random;
        keys = Keys.of(sql, "customers");
        count = sql.number("SELECT MAX(CAST(SUBSTRING_INDEX(SUBSTRING(email, 9), '@', 1) AS UNSIGNED)) FROM customers");
    }

    Keys keys() {
        return keys;
    }

    void signUp() throws SQLException {
        Long referrer = keys.isEmpty() || values.oneIn(3) ? null : keys.any(random);
        long key = sql.insert(
                "INSERT INTO customers (name, email, tier, ssn, referrer_id, avatar, created_at, changed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                values.text(),
                "customer" + ++count + "@example.org",
                values.oneOf(TIERS),
                "ssn-" + values.below(1_000_000),
                referrer,
                values.bytesOrNull(64),
                values.dateTime(),
                values.dateTimeOrNull());
        keys.add(key);
    }

    void change() throws SQLException {
        long key = keys.any(random);
        switch (values.below(4)) {
            case 0 ->
                sql.run(
                        "UPDATE customers SET tier = ?, changed_at = ? WHERE id = ?",
                        values.oneOf(TIERS),
                        values.dateTimeOrNull(),
                        key);
            case 1 -> sql.run("UPDATE customers SET referrer_id = ? WHERE id = ?", keys.any(random), key);
            case 2 -> sql.run("UPDATE customers SET ssn = ? WHERE id = ?", "ssn-" + values.below(1_000_000), key);
            default ->
                sql.run(
                        "UPDATE customers SET name = ?, avatar = ? WHERE id = ?",
                        values.text(),
                        values.bytesOrNull(64),
                        key);
        }
    }

    /** Removes a customer who has never ordered; the customers whom that one brought stay, and so do all comments. */
    void leave() throws SQLException {
        long key = keys.take(random);
        sql.run("UPDATE events_without_key SET customer_id = NULL WHERE customer_id = ?", key);
        int gone = sql.run(
                "DELETE FROM customers WHERE id = ? AND NOT EXISTS (SELECT 1 FROM orders WHERE customer_id = ?)",
                key,
                key);
        if (gone == 0) {
            keys.add(key);
        }
    }
}
