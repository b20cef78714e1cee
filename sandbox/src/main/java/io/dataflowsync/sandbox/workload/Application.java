package io.dataflowsync.sandbox.workload;

import java.sql.SQLException;

/** Writes to a database, one transaction after another. Not for several threads. */
public interface Application extends AutoCloseable {

    /** Runs one transaction, and commits it. */
    void transact() throws SQLException;

    @Override
    void close() throws SQLException;
}
