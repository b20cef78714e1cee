package io.dataflowsync.sandbox.fuzz;

import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.FreePort;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.Service;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the two services of one round, as processes. */
final class FuzzPipeline implements AutoCloseable {
    private static final Map<String, String> SETTINGS = Map.of("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -Xmx512m");

    private final ServiceProcess capture;
    private final ServiceProcess apply;

    private FuzzPipeline(ServiceProcess capture, ServiceProcess apply) {
        this.capture = capture;
        this.apply = apply;
    }

    /** Starts both and returns when they are ready. */
    static FuzzPipeline start(RunDirectory run, FuzzServers servers, RoundNames names) {
        Path file = file(run, servers, names);
        FuzzPipeline pipeline =
                new FuzzPipeline(start(Service.CDC, run, names, file), start(Service.DPU, run, names, file));
        pipeline.all().forEach(ServiceProcess::awaitReady);
        return pipeline;
    }

    private static ServiceProcess start(Service service, RunDirectory run, RoundNames names, Path file) {
        String name = service.module() + "-" + names.project();
        return ServiceProcess.start(service, name, run, file, SETTINGS, FreePort.onLoopback(), Child.Ending.KILL);
    }

    private static Path file(RunDirectory run, FuzzServers servers, RoundNames names) {
        String text = """
                dfs:
                  project: %s
                  source: { host: 127.0.0.1, port: %d, user: %s, password: %s, schemas: [%s] }
                  target: { host: 127.0.0.1, port: %d, user: %s, password: %s, schema: %s, allow-public-key-retrieval: true }
                  log: { host: 127.0.0.1, port: %d, user: %s, password: %s, schema: %s }
                  broker: { bootstrap-servers: "%s" }
                  identity: allocate
                  ddl: apply
                """.formatted(
                        names.project(),
                        servers.source().port(),
                        Engine.USER,
                        Engine.PASSWORD,
                        names.source(),
                        servers.target().port(),
                        Engine.USER,
                        Engine.PASSWORD,
                        names.target(),
                        servers.log().port(),
                        Engine.USER,
                        Engine.PASSWORD,
                        names.log(),
                        servers.broker().bootstrapServers());
        try {
            return Files.writeString(run.path().resolve(names.project() + ".yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** cdc-service. */
    ServiceProcess capture() {
        return capture;
    }

    /** dpu-service. */
    ServiceProcess apply() {
        return apply;
    }

    List<ServiceProcess> all() {
        return List.of(capture, apply);
    }

    @Override
    public void close() {
        all().forEach(ServiceProcess::kill);
    }
}
