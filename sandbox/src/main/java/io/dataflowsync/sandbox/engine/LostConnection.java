package io.dataflowsync.sandbox.engine;

import io.dataflowsync.contract.error.SqlStates;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;

/** Distinguishes a server that has died from a statement that failed. */
public final class LostConnection {
    private LostConnection() {}

    public static boolean is(SQLException e) {
        return e instanceof SQLNonTransientConnectionException || e.getSQLState() != null && SqlStates.isNoAnswer(e);
    }
}
