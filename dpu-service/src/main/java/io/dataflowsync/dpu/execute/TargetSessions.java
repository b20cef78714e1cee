package io.dataflowsync.dpu.execute;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.error.ServerException;
import io.dataflowsync.pipeline.catalog.JdbcUrl;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/** Sets the variables of the target's sessions, and remembers them, so that only a change is sent again. */
final class TargetSessions {
    private static final String NO_ESCAPES = "NO_BACKSLASH_ESCAPES";

    /** The last settings, by the physical connections under those that the pool lends. */
    private final Map<Connection, String> settings = Collections.synchronizedMap(new WeakHashMap<>());

    void prepare(Connection connection, boolean checkForeignKeys, int lockWaitSeconds) throws SQLException {
        Connection session = connection.unwrap(Connection.class);
        String wanted = "SET SESSION foreign_key_checks = " + (checkForeignKeys ? 1 : 0)
                + ", innodb_lock_wait_timeout = " + lockWaitSeconds + ", lock_wait_timeout = " + lockWaitSeconds;
        if (wanted.equals(settings.get(session))) {
            return;
        }
        if (settings.remove(session) == null) {
            requireUsable(connection);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(wanted);
        }
        settings.put(session, wanted);
    }

    /**
     * Refuses a session that would read or keep values in another way.
     *
     * <p>Values are escaped for a session in utf8mb4 in which a backslash escapes, and the strict mode refuses a value that does not fit. The URL
     * asks for such a session; a proxy or the server's {@code init_connect} can change it afterwards.
     */
    private static void requireUsable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@SESSION.sql_mode, @@SESSION.character_set_client,"
                        + " @@SESSION.character_set_connection")) {
            row.next();
            Set<String> modes = Set.of(row.getString(1).split(",", -1));
            if (!modes.containsAll(JdbcUrl.TARGET_SQL_MODE) || modes.contains(NO_ESCAPES)) {
                throw unusable("sql_mode = '" + row.getString(1) + "' instead of '"
                        + String.join(",", JdbcUrl.TARGET_SQL_MODE) + "'");
            }
            for (int column = 2; column <= 3; column++) {
                if (!row.getString(column).equals("utf8mb4")) {
                    throw unusable("character set " + row.getString(column) + " instead of utf8mb4");
                }
            }
        }
    }

    private static ServerException unusable(String what) {
        return new ServerException(
                ErrorCode.TARGET_SESSION, new SQLException("a session of the target has " + what, "HY000"));
    }
}
