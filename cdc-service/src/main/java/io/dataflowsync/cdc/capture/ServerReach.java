package io.dataflowsync.cdc.capture;

import io.dataflowsync.contract.error.SqlStates;
import io.dataflowsync.pipeline.catalog.JdbcUrl;
import io.dataflowsync.pipeline.config.Tls;
import io.dataflowsync.pipeline.tls.Refusal;
import java.sql.SQLException;

/** Tests whether a server answers at all. An answer that refuses the login counts as an answer. */
public record ServerReach(JdbcUrl url, Tls tls) {

    /** @throws SQLException if it does not answer */
    public void test() throws SQLException {
        try {
            url.connect().close();
        } catch (SQLException e) {
            if (SqlStates.isNoAnswer(e) && Refusal.of(e, tls, "the server").isEmpty()) {
                throw e;
            }
        }
    }
}
