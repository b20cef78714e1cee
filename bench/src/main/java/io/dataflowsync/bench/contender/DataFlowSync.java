package io.dataflowsync.bench.contender;

import io.dataflowsync.bench.machine.HeapLog;
import io.dataflowsync.bench.machine.Part;
import io.dataflowsync.bench.scenario.Loader;
import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.FreePort;
import io.dataflowsync.sandbox.engine.KafkaBroker;
import io.dataflowsync.sandbox.engine.MariaDb;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.MySql80;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.Service;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** cdc-service and dpu-service, each with a heap of 512 MiB, with new keys for every row and both logs. */
public final class DataFlowSync implements Contender {
    public static final String PROJECT = "bench";
    public static final String LOG_SCHEMA = "dfs_bench";

    private static final String HEAP = "-Xmx512m";
    /** The broker does not miss a service that stands. */
    private static final String PATIENT_MILLIS = "1800000";

    private final Servers servers;
    private final MariaDb log;
    private final KafkaBroker broker;
    private final HeapLog cdcHeap;
    private final HeapLog dpuHeap;
    private final ServiceProcess cdc;
    private final ServiceProcess dpu;

    private DataFlowSync(RunDirectory run, Servers servers, String snapshot) {
        this.servers = servers;
        this.log = MariaDb.start(run);
        this.broker = KafkaBroker.start(run);
        Path pipeline = pipelineFile(run, snapshot);
        this.cdcHeap = new HeapLog(run.path().resolve("cdc-heap.log"));
        this.dpuHeap = new HeapLog(run.path().resolve("dpu-heap.log"));
        this.cdc = start(run, Service.CDC, pipeline, cdcHeap);
        this.dpu = start(run, Service.DPU, pipeline, dpuHeap);
        cdc.awaitReady();
        dpu.awaitReady();
    }

    /** Follows the source from now on. */
    public static DataFlowSync start(RunDirectory run) {
        return new DataFlowSync(run, Servers.start(run), "never");
    }

    private static ServiceProcess start(RunDirectory run, Service service, Path pipeline, HeapLog heap) {
        Map<String, String> settings = Map.of(
                "JAVA_TOOL_OPTIONS",
                HEAP + " " + heap.option(),
                "MP_MESSAGING_INCOMING_CHANGES_SESSION_TIMEOUT_MS",
                PATIENT_MILLIS,
                "MP_MESSAGING_INCOMING_CHANGES_MAX_POLL_INTERVAL_MS",
                PATIENT_MILLIS);
        return ServiceProcess.start(service, run, pipeline, settings, FreePort.onLoopback(), Child.Ending.KILL);
    }

    private Path pipelineFile(RunDirectory run, String snapshot) {
        String text = """
                dfs:
                  project: %s
                  source: { host: %s, port: %d, user: %s, password: %s, schemas: [%s] }
                  target: { host: %s, port: %d, user: %s, password: %s, schema: %s }
                  log: { host: %s, port: %d, user: %s, password: %s, schema: %s }
                  broker: { bootstrap-servers: "%s" }
                  snapshot: %s
                """.formatted(
                        PROJECT,
                        source().host(),
                        source().port(),
                        Engine.USER,
                        Engine.PASSWORD,
                        Loader.SCHEMA,
                        target().host(),
                        target().port(),
                        Engine.USER,
                        Engine.PASSWORD,
                        Loader.SCHEMA,
                        log.host(),
                        log.port(),
                        Engine.USER,
                        Engine.PASSWORD,
                        LOG_SCHEMA,
                        broker.bootstrapServers(),
                        snapshot);
        try {
            return Files.writeString(run.path().resolve("pipeline.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "DataFlowSync";
    }

    @Override
    public MySql57 source() {
        return servers.source();
    }

    @Override
    public MySql80 target() {
        return servers.target();
    }

    public MariaDb log() {
        return log;
    }

    public KafkaBroker broker() {
        return broker;
    }

    public ServiceProcess cdc() {
        return cdc;
    }

    public ServiceProcess dpu() {
        return dpu;
    }

    @Override
    public boolean keepsKeys() {
        return false;
    }

    @Override
    public boolean makesTables() {
        return false;
    }

    @Override
    public void wake() {
        dpu.child().resume();
        cdc.child().resume();
    }

    @Override
    public void stand() {
        cdc.child().pause();
    }

    @Override
    public void go() {
        cdc.child().resume();
    }

    @Override
    public void sleep() {
        cdc.child().pause();
        dpu.child().pause();
    }

    @Override
    public void failIfDead() {
        cdc.failIfDead();
        dpu.failIfDead();
    }

    @Override
    public List<Part> parts() {
        return List.of(
                new Part("cdc-service", cdc.child().pid()),
                new Part("dpu-service", dpu.child().pid()),
                new Part("kafka", broker.child().pid()),
                new Part("mariadb", log.child().pid()),
                new Part("source", source().child().pid()),
                new Part("target", target().child().pid()),
                new Part("bench", ProcessHandle.current().pid()));
    }

    @Override
    public List<Part> jvms() {
        return parts().subList(0, 2);
    }

    @Override
    public Map<String, HeapLog> heaps() {
        return Map.of("cdc-service", cdcHeap, "dpu-service", dpuHeap);
    }

    @Override
    public void close() {
        cdc.kill();
        dpu.kill();
        broker.close();
        log.close();
        servers.close();
    }
}
