package io.dataflowsync.sandbox.workload;

import java.sql.SQLException;

/** Something that writes to a database, one transaction after another. Not for several threads. */
public interface Application extends AutoCloseable {

    /** One committed transaction. */
    void transact() throws SQLException;

    @Override
    void close() throws SQLException;
}
