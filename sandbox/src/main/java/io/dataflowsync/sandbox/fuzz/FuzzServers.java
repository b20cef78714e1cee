package io.dataflowsync.sandbox.fuzz;

import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.KafkaBroker;
import io.dataflowsync.sandbox.engine.MariaDb;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.MySql80;
import io.dataflowsync.sandbox.engine.ReplicationLink;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Holds the servers of all rounds: DFS writes to the target, MySQL's own replication to the replica. */
record FuzzServers(MySql57 source, MySql80 target, ReplicationLink link, MariaDb log, KafkaBroker broker)
        implements AutoCloseable {

    /** Starts the servers in parallel, and the replication. */
    static FuzzServers start(RunDirectory run) {
        CompletableFuture<MySql57> source = starting(() -> MySql57.start(run));
        CompletableFuture<MySql80> target = starting(() -> MySql80.start(run));
        CompletableFuture<MySql80> replica =
                starting(() -> MySql80.start(run, EngineOptions.DEFAULT.withFlags(replicaFlags())));
        CompletableFuture<MariaDb> log = starting(() -> MariaDb.start(run));
        CompletableFuture<KafkaBroker> broker = starting(() -> KafkaBroker.start(run));
        ReplicationLink link = new ReplicationLink(source.join(), replica.join());
        link.follow();
        return new FuzzServers(source.join(), target.join(), link, log.join(), broker.join());
    }

    private static String[] replicaFlags() {
        String[] flags = new String[ReplicationLink.FLAGS.length + 3];
        System.arraycopy(ReplicationLink.FLAGS, 0, flags, 0, ReplicationLink.FLAGS.length);
        flags[flags.length - 3] = "--skip-slave-start";
        flags[flags.length - 2] = "--server-id=81";
        flags[flags.length - 1] = "--innodb-flush-log-at-trx-commit=0";
        return flags;
    }

    private static <T> CompletableFuture<T> starting(Supplier<T> start) {
        return CompletableFuture.supplyAsync(start, task -> new Thread(task, "engine").start());
    }

    MySql80 replica() {
        return link.replica();
    }

    @Override
    public void close() {
        broker.close();
        log.close();
        link.replica().close();
        target.close();
        source.close();
    }
}
