package io.dataflowsync.cdc;

import io.dataflowsync.cdc.capture.status.CaptureStatus;
import io.dataflowsync.cdc.log.LogServer;
import io.dataflowsync.cdc.pipeline.CdcMeters;
import io.dataflowsync.pipeline.catalog.JdbcUrl;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.flywaydb.core.Flyway;
import org.mariadb.jdbc.MariaDbDataSource;

/** The service without its framework. */
final class CdcServer implements AutoCloseable {
    private final CaptureStatus status = new CaptureStatus();
    private final List<Integer> exits = new CopyOnWriteArrayList<>();
    private final CdcService service;

    private CdcServer(PipelineConfig config) throws SQLException {
        this.service = new CdcService(
                config, logServer(config), status, new CdcMeters(new SimpleMeterRegistry(), status), exits::add);
    }

    static CdcServer start(PipelineConfig config) throws SQLException {
        CdcServer server = new CdcServer(config);
        server.service.start();
        return server;
    }

    static LogServer logServer(PipelineConfig config) throws SQLException {
        JdbcUrl url = JdbcUrl.log(config.log().orElseThrow());
        MariaDbDataSource connections = new MariaDbDataSource(url.url() + "&useBulkStmts=true");
        connections.setUser(url.user());
        connections.setPassword(url.password().value());
        Flyway flyway = Flyway.configure()
                .dataSource(connections)
                .locations("db/cdc")
                .table("flyway_cdc")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
        return new LogServer(connections, flyway);
    }

    CaptureStatus.View status() {
        return status.view();
    }

    /** What the calls of an operator do. */
    CdcService service() {
        return service;
    }

    /** The codes that the service wanted to end with. */
    List<Integer> exits() {
        return exits;
    }

    @Override
    public void close() {
        service.close();
    }
}
