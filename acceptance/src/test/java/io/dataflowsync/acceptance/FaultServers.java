package io.dataflowsync.acceptance;

import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.KafkaBroker;
import io.dataflowsync.sandbox.engine.MariaDb;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.MySql80;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The four servers; the services reach the target through a line that can be cut. */
record FaultServers(MySql57 source, MySql80 target, CommitCutter cutter, MariaDb log, KafkaBroker broker)
        implements AutoCloseable {

    /**
     * Starts them side by side.
     *
     * @param sourceOptions how the source differs from the usual one
     */
    static FaultServers start(RunDirectory run, EngineOptions sourceOptions, EngineOptions targetOptions) {
        CompletableFuture<MySql57> source = starting(() -> MySql57.start(run, sourceOptions));
        CompletableFuture<MySql80> target = starting(() -> MySql80.start(run, targetOptions));
        CompletableFuture<MariaDb> log = starting(() -> MariaDb.start(run));
        CompletableFuture<KafkaBroker> broker = starting(() -> KafkaBroker.start(run));
        MySql80 targetServer = target.join();
        return new FaultServers(
                source.join(), targetServer, new CommitCutter(targetServer.port()), log.join(), broker.join());
    }

    private static <T extends Engine> CompletableFuture<T> starting(Supplier<T> start) {
        return CompletableFuture.supplyAsync(start, task -> new Thread(task, "engine").start());
    }

    /** The same ones with another source; closing them closes the others too. */
    FaultServers withSource(MySql57 another) {
        return new FaultServers(another, target, cutter, log, broker);
    }

    /** Where the services find the target. */
    int targetPort() {
        return cutter.port();
    }

    /** The schemas of a pipeline, empty. */
    void createSchemas(String project) {
        source.execute("", "CREATE SCHEMA " + project + " DEFAULT CHARACTER SET utf8mb4");
        target.execute("", "CREATE SCHEMA " + FaultPipeline.targetSchema(project));
        target.grant(FaultPipeline.targetSchema(project));
    }

    @Override
    public void close() {
        cutter.close();
        broker.close();
        log.close();
        target.close();
        source.close();
    }
}
