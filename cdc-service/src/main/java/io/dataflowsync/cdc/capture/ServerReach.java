package io.dataflowsync.cdc.capture;

import io.dataflowsync.contract.catalog.JdbcUrl;
import java.sql.SQLException;

/** Whether a server answers at all; what it answers is another question. */
public record ServerReach(JdbcUrl url) {

    /** @throws SQLException where it does not */
    public void test() throws SQLException {
        try {
            url.connect().close();
        } catch (SQLException e) {
            if (e.getSQLState() == null || e.getSQLState().startsWith("08")) {
                throw e;
            }
        }
    }
}
