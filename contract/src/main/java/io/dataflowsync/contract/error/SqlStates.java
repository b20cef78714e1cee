package io.dataflowsync.contract.error;

import java.sql.SQLException;

/** Reads the SQLSTATE of a failure. */
public final class SqlStates {
    /** The class of SQLSTATE for a connection that cannot be opened, or that is lost. */
    private static final String OF_CONNECTION = "08";

    private SqlStates() {}

    /**
     * Whether the server gave no answer: the SQLSTATE is of class 08, or is missing.
     *
     * <p>A server sends a state with each of its errors. Without a state, the failure is the driver's own, on a connection that is closed
     * or was never opened. Callers for which a failure without a state is not enough require a state, too.
     */
    public static boolean isNoAnswer(SQLException e) {
        return e.getSQLState() == null || e.getSQLState().startsWith(OF_CONNECTION);
    }
}
