package io.dataflowsync.bench.contender;

import io.dataflowsync.bench.machine.HeapLog;
import io.dataflowsync.bench.machine.Part;
import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.FreePort;
import io.dataflowsync.sandbox.engine.KafkaBroker;
import io.dataflowsync.sandbox.engine.MariaDb;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.Service;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs cdc-service and dpu-service, each with a heap of 512 MiB, with new keys for every row and both logs. */
public final class DataFlowSync implements Contender {
    public static final String PROJECT = "bench";
    public static final String LOG_SCHEMA = Backing.logSchema(PROJECT);

    private static final String HEAP = "-Xmx512m";
    /** The time after which the broker takes a paused service for dead. */
    private static final String PATIENT_MILLIS = "1800000";

    private final Backing backing;
    private final HeapLog cdcHeap;
    private final HeapLog dpuHeap;
    private final ServiceProcess cdc;
    private final ServiceProcess dpu;

    private DataFlowSync(RunDirectory run, Backing backing, String project, String snapshot) {
        this.backing = backing;
        Path pipeline = backing.pipelineFile(run, project, snapshot);
        this.cdcHeap = new HeapLog(run.path().resolve("heap-cdc-" + project + ".log"));
        this.dpuHeap = new HeapLog(run.path().resolve("heap-dpu-" + project + ".log"));
        this.cdc = start(run, Service.CDC, pipeline, cdcHeap);
        this.dpu = start(run, Service.DPU, pipeline, dpuHeap);
    }

    /** Starts the services, which follow the source from now on. */
    public static DataFlowSync start(RunDirectory run) {
        DataFlowSync pipeline = new DataFlowSync(run, Backing.start(run), PROJECT, "never");
        pipeline.cdc.awaitReady();
        pipeline.dpu.awaitReady();
        return pipeline;
    }

    /**
     * Starts the services with a snapshot, and does not wait until they are ready.
     *
     * @param project a project that these servers have not had before
     */
    public static DataFlowSync snapshot(RunDirectory run, Backing backing, String project) {
        return new DataFlowSync(run, backing, project, "initial");
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

    @Override
    public String name() {
        return "DataFlowSync";
    }

    @Override
    public Servers servers() {
        return backing.servers();
    }

    public MariaDb log() {
        return backing.log();
    }

    public KafkaBroker broker() {
        return backing.broker();
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
    public void pause() {
        cdc.child().pause();
    }

    @Override
    public void resume() {
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
                new Part("kafka", broker().child().pid()),
                new Part("mariadb", log().child().pid()),
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
        Map<String, HeapLog> heaps = new LinkedHashMap<>();
        heaps.put("cdc-service", cdcHeap);
        heaps.put("dpu-service", dpuHeap);
        return heaps;
    }

    /** Ends the services; the servers continue. */
    public void end() {
        cdc.kill();
        dpu.kill();
    }

    @Override
    public void close() {
        end();
        backing.close();
    }
}
