package io.dataflowsync.dpu;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.dataflowsync.sandbox.engine.MySql80;
import java.sql.SQLException;

/** A pool of one connection, so that whoever borrows it has the same session. */
public final class OneSession {
    private OneSession() {}

    /** As root, who has no password. */
    public static AgroalDataSource of(MySql80 server, String schema) throws SQLException {
        return AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(size -> size.maxSize(1)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(server.jdbcUrl(schema))
                                .principal(new NamePrincipal("root"))
                                .credential(new SimplePassword("")))));
    }
}
