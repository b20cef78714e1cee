package io.dataflowsync.acceptance;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads from one schema over a connection that stays: tests ask every few milliseconds. One whose server was restarted is replaced. */
final class Reader implements AutoCloseable {
    private final Supplier<Connection> server;
    private @Nullable Connection kept;

    /** @param server gives new connections */
    Reader(Supplier<Connection> server) {
        this.server = server;
    }

    /** A row a line, the values with a bar between them. */
    synchronized List<String> rows(String sql) {
        Connection connection = kept;
        if (connection != null) {
            try {
                return Rows.over(connection, sql);
            } catch (SQLException e) {
                close();
            }
        }
        connection = server.get();
        kept = connection;
        try {
            return Rows.over(connection, sql);
        } catch (SQLException e) {
            close();
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public synchronized void close() {
        try (Connection ending = kept) {
            kept = null;
        } catch (SQLException e) {
            // The server has gone before.
        }
    }
}
