package io.dataflowsync.pipeline.preflight;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Counts the source's prepared XA transactions: their rows are already in the binlog, but not yet in a table. */
public final class PreparedXa {
    /** The error of a server from 8.0 on for a user without XA_RECOVER_ADMIN. */
    private static final int DENIED = 1401;

    private PreparedXa() {}

    /** Returns their number; 0 if the user may not ask. */
    public static int count(Connection connection) throws SQLException {
        int prepared = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("XA RECOVER")) {
            while (rows.next()) {
                prepared++;
            }
        } catch (SQLException e) {
            if (e.getErrorCode() != DENIED) {
                throw e;
            }
        }
        return prepared;
    }
}
