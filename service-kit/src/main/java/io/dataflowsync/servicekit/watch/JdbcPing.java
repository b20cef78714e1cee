package io.dataflowsync.servicekit.watch;

import io.dataflowsync.contract.error.SqlStates;
import io.dataflowsync.pipeline.catalog.JdbcUrl;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Runs {@code SELECT 1} on a database, over its own connection that stays open as long as the server answers. */
public final class JdbcPing implements Ping {
    private final JdbcUrl url;
    private @Nullable Connection connection;

    /** @param url with short timeouts: {@link JdbcUrl#within} */
    public JdbcPing(JdbcUrl url) {
        this.url = url;
    }

    /** Waits for any answer: a server that refuses the user or the statement is reachable, too. */
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
            if (SqlStates.isNoAnswer(e)) {
                throw e;
            }
        }
    }

    /** Aborts the connection without a closing message, because a server that hangs would not accept it. */
    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.abort(Runnable::run);
            } catch (SQLException e) {
                // The connection is closed already.
            }
        }
    }
}
