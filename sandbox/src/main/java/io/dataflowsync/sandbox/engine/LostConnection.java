package io.dataflowsync.sandbox.engine;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;

/** Distinguishes a server that has died from a statement that failed. */
public final class LostConnection {
    private LostConnection() {}

    public static boolean is(SQLException e) {
        return e instanceof SQLNonTransientConnectionException
                || String.valueOf(e.getSQLState()).startsWith("08");
    }
}
