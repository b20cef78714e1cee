package io.dataflowsync.contract.watch;

import io.dataflowsync.contract.catalog.JdbcUrl;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Asks a database for {@code SELECT 1}, over a connection of its own that stays open as long as it answers. */
public final class JdbcPing implements Ping {
    private final JdbcUrl url;
    private @Nullable Connection connection;

    /** @param url with short timeouts: {@link JdbcUrl#within} */
    public JdbcPing(JdbcUrl url) {
        this.url = url;
    }

    /** A server that refuses the user or the statement answers too. */
    @Override
    public void ask() throws SQLException {
        try {
            Connection open = connection == null ? url.connect() : connection;
            connection = open;
            try (Statement statement = open.createStatement()) {
                statement.execute("SELECT 1");
            }
        } catch (SQLException e) {
            close();
            if (isNoAnswer(e)) {
                throw e;
            }
        }
    }

    static boolean isNoAnswer(SQLException e) {
        return e.getSQLState() == null || e.getSQLState().startsWith("08");
    }

    /** Drops the connection without a farewell, which a frozen server would not take. */
    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.abort(Runnable::run);
            } catch (SQLException e) {
                // It is gone already.
            }
        }
    }
}
