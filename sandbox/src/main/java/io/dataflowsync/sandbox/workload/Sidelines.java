package io.dataflowsync.sandbox.workload;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;

/**
 * Writes tables that refer to nothing, so that each has a lane of its own in addition to the shop's: rows that come and go, rows whose
 * key changes, and a few rows that change all the time.
 *
 * <p>It goes on with the rows that exist. Not for several threads.
 */
public final class Sidelines implements Application {
    private static final int COUNTERS = 8;

    private final Sql sql;
    private final Values values;
    private long count;

    /** @param connection a connection to a schema with the tables of {@code demo/sidelines.sql}; this object closes it */
    public Sidelines(Connection connection, long seed) throws SQLException {
        connection.setAutoCommit(false);
        sql = new Sql(connection);
        values = new Values(new Random(seed));
        count = sql.number("SELECT MAX(CAST(SUBSTRING(code, 3) AS UNSIGNED)) FROM parcels");
    }

    /** Runs one transaction, and commits it. */
    @Override
    public void transact() throws SQLException {
        switch (values.below(12)) {
            case 0, 1 -> openSession();
            case 2 -> sql.run("UPDATE sessions SET hits = hits + 1, seen_at = ? ORDER BY id DESC LIMIT 5", seen());
            case 3 -> sql.run("UPDATE sessions SET id = id + 1000000 WHERE id < 1000000 ORDER BY id LIMIT 1");
            case 4 -> sql.run("DELETE FROM sessions ORDER BY hits DESC, id LIMIT 1");
            case 5, 6 -> send();
            case 7 -> sql.run("UPDATE parcels SET code = ? ORDER BY code LIMIT 1", "P-" + ++count);
            case 8 -> sql.run("DELETE FROM parcels ORDER BY weight LIMIT 1");
            default -> count();
        }
        sql.commit();
    }

    private String seen() {
        return values.dateTime();
    }

    private void openSession() throws SQLException {
        sql.run("INSERT INTO sessions (token, hits, seen_at) VALUES (?, 0, ?)", values.text(), values.dateTimeOrNull());
    }

    private void send() throws SQLException {
        String content = values.oneIn(3) ? null : values.longText();
        sql.run("INSERT INTO parcels VALUES (?, ?, ?)", "P-" + ++count, content, values.decimal(9, 3));
    }

    /** Increases a counter: each value shows that the change before it was there. */
    private void count() throws SQLException {
        String name = "counter " + values.below(COUNTERS);
        for (int i = 1 + values.below(4); i > 0; i--) {
            if (sql.run("UPDATE counters SET total = total + 1 WHERE name = ?", name) == 0) {
                sql.run("INSERT INTO counters (name, total) VALUES (?, 1)", name);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        sql.close();
    }
}
