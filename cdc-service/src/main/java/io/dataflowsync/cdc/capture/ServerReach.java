package io.dataflowsync.cdc.capture;

import io.dataflowsync.contract.catalog.JdbcUrl;
import io.dataflowsync.contract.config.Tls;
import io.dataflowsync.contract.tls.Refusal;
import java.sql.SQLException;

/** Whether a server answers at all; what it answers is another question. */
public record ServerReach(JdbcUrl url, Tls tls) {

    /** @throws SQLException where it does not */
    public void test() throws SQLException {
        try {
            url.connect().close();
        } catch (SQLException e) {
            boolean away = e.getSQLState() == null || e.getSQLState().startsWith("08");
            if (away && Refusal.of(e, tls, "the server").isEmpty()) {
                throw e;
            }
        }
    }
}
