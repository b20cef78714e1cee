package io.dataflowsync.sandbox.demo;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;

/** Distinguishes a server that has died from a statement that failed. */
final class LostConnection {
    private LostConnection() {}

    static boolean is(SQLException e) {
        return e instanceof SQLNonTransientConnectionException
                || String.valueOf(e.getSQLState()).startsWith("08");
    }
}
