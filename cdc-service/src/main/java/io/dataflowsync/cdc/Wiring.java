package io.dataflowsync.cdc;

import io.agroal.api.AgroalDataSource;
import io.dataflowsync.cdc.capture.status.CaptureStatus;
import io.dataflowsync.cdc.log.LogServer;
import io.dataflowsync.cdc.pipeline.CdcMeters;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.BrokerConfig;
import io.dataflowsync.servicekit.broker.BrokerPing;
import io.dataflowsync.servicekit.watch.ServerWatch;
import io.dataflowsync.servicekit.watch.ServerWatches;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.flywaydb.core.Flyway;

/** Puts the service together inside the framework. */
@Singleton
public final class Wiring {
    @Produces
    @Singleton
    CaptureStatus status() {
        return new CaptureStatus();
    }

    @Produces
    @Singleton
    PipelineConfig pipeline() {
        return CdcMain.readPipeline();
    }

    @Produces
    @Singleton
    CdcService service(
            PipelineConfig pipeline,
            @DataSource("log") AgroalDataSource connections,
            @FlywayDataSource("log") Flyway flyway,
            MeterRegistry meters,
            CaptureStatus status) {
        LogServer logServer = new LogServer(connections, flyway);
        return new CdcService(pipeline, logServer, status, new CdcMeters(meters, status), Quarkus::asyncExit);
    }

    @Produces
    @Singleton
    ServerWatches servers(PipelineConfig pipeline) {
        BrokerConfig broker = pipeline.broker().orElseThrow();
        return new ServerWatches(List.of(
                ServerWatch.source(pipeline.source()),
                ServerWatch.log(pipeline.log().orElseThrow()),
                ServerWatch.broker(broker, new BrokerPing(broker))));
    }

    void start(@Observes StartupEvent event, CdcService service, ServerWatches servers) {
        servers.start();
        service.start();
    }

    void stop(@Observes ShutdownEvent event, CdcService service, ServerWatches servers) {
        service.close();
        servers.close();
    }
}
