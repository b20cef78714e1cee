package io.dataflowsync.dpu.execute;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** How the target's sessions are set, so that only what changes is said again. */
final class TargetSessions {
    /** By the connections under those that a pool lends. */
    private final Map<Connection, String> settings = Collections.synchronizedMap(new WeakHashMap<>());

    void prepare(Connection connection, boolean checkForeignKeys, int lockWaitSeconds) throws SQLException {
        Connection session = connection.unwrap(Connection.class);
        String wanted = "SET SESSION foreign_key_checks = " + (checkForeignKeys ? 1 : 0)
                + ", innodb_lock_wait_timeout = " + lockWaitSeconds + ", lock_wait_timeout = " + lockWaitSeconds;
        if (wanted.equals(settings.get(session))) {
            return;
        }
        settings.remove(session);
        try (Statement statement = connection.createStatement()) {
            statement.execute(wanted);
        }
        settings.put(session, wanted);
    }
}
