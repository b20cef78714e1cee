package io.dataflowsync.sandbox.workload;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/** Writes rows of a table without a key, some of them equal. */
final class Events {
    private static final List<String> KINDS = List.of("view", "click", "login", "None", "");

    private final Sql sql;
    private final Values values;
    private final Random random;
    private final Customers customers;

    Events(Sql sql, Values values, Random random, Customers customers) {
        this.sql = sql;
        this.values = values;
        this.random = random;
        this.customers = customers;
    }

    void happen() throws SQLException {
        String kind = values.oneOf(KINDS);
        Long customer = values.oneIn(4) ? null : customers.keys().any(random);
        String detail = values.textOrNull();
        String at = values.dateTimeOrNull();
        for (int i = values.oneIn(5) ? 2 : 1; i > 0; i--) {
            sql.run("INSERT INTO events_without_key VALUES (?, ?, ?, ?)", kind, customer, detail, at);
        }
    }

    void change() throws SQLException {
        sql.run(
                "UPDATE events_without_key SET detail = ? WHERE kind = ? ORDER BY happened_at, detail LIMIT 2",
                values.textOrNull(),
                values.oneOf(KINDS));
    }

    void remove() throws SQLException {
        sql.run(
                "DELETE FROM events_without_key WHERE kind = ? ORDER BY happened_at, detail LIMIT 1",
                values.oneOf(KINDS));
    }
}
