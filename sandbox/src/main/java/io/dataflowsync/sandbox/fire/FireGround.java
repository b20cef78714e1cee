package io.dataflowsync.sandbox.fire;

import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineFile;
import io.dataflowsync.sandbox.demo.DemoEngines;
import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.FreePort;
import io.dataflowsync.sandbox.engine.KafkaBroker;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.Service;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import io.dataflowsync.sandbox.workload.SqlScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds everything that burns: the engines, the services (two replicas of dpu-service), and a proxy on each way between them.
 *
 * @param config the configuration of a client outside: it connects to the engines without a proxy
 */
record FireGround(
        DemoEngines engines,
        Lines lines,
        ServiceProcess cdc,
        ServiceProcess firstDpu,
        ServiceProcess secondDpu,
        PipelineConfig config)
        implements AutoCloseable {

    /** The proxies on the ways to the engines. */
    record Lines(TcpProxy source, TcpProxy target, TcpProxy log, TcpProxy broker) {
        List<TcpProxy> all() {
            return List.of(source, target, log, broker);
        }
    }

    /** Starts the engines and the services, without rows in the tables; returns before the services are ready. */
    static FireGround start(RunDirectory run) {
        int brokerPort = FreePort.onLoopback();
        TcpProxy broker = TcpProxy.before(brokerPort);
        KafkaBroker.Outside outside = new KafkaBroker.Outside(brokerPort, broker.port());
        DemoEngines engines = DemoEngines.start(run, r -> KafkaBroker.start(r, outside));
        createSidelines(engines);
        TcpProxy source = TcpProxy.before(engines.source().port());
        TcpProxy target = TcpProxy.before(engines.target().port());
        TcpProxy log = TcpProxy.before(engines.log().port());
        Map<String, String> straight = engines.settings();
        Map<String, String> settings = new HashMap<>(straight);
        settings.put("DFS_SOURCE_PORT", String.valueOf(source.port()));
        settings.put("DFS_TARGET_PORT", String.valueOf(target.port()));
        settings.put("DFS_LOG_PORT", String.valueOf(log.port()));
        settings.put("DFS_BROKER_BOOTSTRAP_SERVERS", "127.0.0.1:" + broker.port());
        Path pipeline = pipelineFile(run);
        return new FireGround(
                engines,
                new Lines(source, target, log, broker),
                start(Service.CDC, "cdc-service", run, pipeline, settings),
                start(Service.DPU, "dpu-service-1", run, pipeline, settings),
                start(Service.DPU, "dpu-service-2", run, pipeline, settings),
                PipelineFile.read(pipeline, straight));
    }

    private static ServiceProcess start(
            Service service, String name, RunDirectory run, Path pipeline, Map<String, String> settings) {
        return ServiceProcess.start(service, name, run, pipeline, settings, FreePort.onLoopback(), Child.Ending.KILL);
    }

    private static Path pipelineFile(RunDirectory run) {
        try {
            return Files.writeString(run.path().resolve("pipeline.yaml"), SqlScript.text("demo/pipeline.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates the tables that are in the other lanes. */
    private static void createSidelines(DemoEngines engines) {
        String[] tables = SqlScript.statements("sidelines").toArray(String[]::new);
        engines.source().execute(DemoEngines.SOURCE_SCHEMA, tables);
        engines.target().execute(DemoEngines.TARGET_SCHEMA, tables);
    }

    List<Engine> servers() {
        return List.of(engines.broker(), engines.log(), engines.source(), engines.target());
    }

    List<ServiceProcess> services() {
        return List.of(cdc, firstDpu, secondDpu);
    }

    boolean isReady() {
        return services().stream().allMatch(ServiceProcess::isReady);
    }

    /** The schema of the logs. */
    String logSchema() {
        return config.log().orElseThrow().schema();
    }

    @Override
    public void close() {
        services().forEach(ServiceProcess::kill);
        servers().forEach(Engine::close);
        lines.all().forEach(TcpProxy::close);
    }
}
