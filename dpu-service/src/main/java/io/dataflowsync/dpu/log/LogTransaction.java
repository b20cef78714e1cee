package io.dataflowsync.dpu.log;

import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs a transaction of its own on MariaDB, whole or not at all. */
final class LogTransaction {
    private LogTransaction() {}

    /** The work of a transaction. */
    interface Work {
        void in(Connection connection) throws SQLException;
    }

    /** The work of a transaction that returns a result. */
    interface Query<T> {
        T in(Connection connection) throws SQLException;
    }

    static void run(DataSource log, Work work) throws SQLException {
        call(log, connection -> {
            work.in(connection);
            return true;
        });
    }

    static <T> T call(DataSource log, Query<T> query) throws SQLException {
        return Jdbc.callInTransaction(log, query::in);
    }
}
