package io.dataflowsync.contract.preflight;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The source's prepared XA transactions: their rows stand in the binlog already, and are in no table yet. */
public final class PreparedXa {
    /** A server from 8.0 on tells only those who have XA_RECOVER_ADMIN. */
    private static final int DENIED = 1401;

    private PreparedXa() {}

    /** How many there are now; none where the user may not ask. */
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
