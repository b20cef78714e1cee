package io.dataflowsync.bench.limit;

import io.dataflowsync.bench.scenario.Beginning;
import io.dataflowsync.bench.scenario.BenchFailure;
import io.dataflowsync.bench.scenario.Loader;
import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.MySql80;
import io.dataflowsync.sandbox.engine.Polling;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import io.debezium.connector.mysql.MySqlConnector;
import io.debezium.relational.history.MemorySchemaHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.connect.storage.MemoryOffsetBackingStore;

/**
 * Runs Debezium's engine with an empty consumer, with cdc-service's settings and heap, and a longer queue: changes cannot be read faster
 * with this engine.
 */
public final class EngineLimit implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration INTERVAL = Duration.ofMillis(10);
    private static final String PREFIX = "limit";

    private final Counter counter;
    private final Child child;

    /**
     * Starts it, and returns when it follows the source.
     *
     * @param target a server that has the source's tables too
     */
    public EngineLimit(RunDirectory run, MySql57 source, MySql80 target) {
        Path settings = run.path().resolve("engine.properties");
        Path count = run.path().resolve("engine.count");
        try (Writer out = Files.newBufferedWriter(settings)) {
            settings(source).store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.counter = Counter.open(count);
        counter.set(0);
        Beginning beginning = new Beginning(source, target, "engine_beginning");
        beginning.create();
        this.child = run.start("engine", command(settings, count), Map.of(), Child.Ending.KILL);
        beginning.await(() -> count() > 0 || !child.isAlive());
    }

    private static List<String> command(Path settings, Path count) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
        command.addAll(ServiceProcess.COLLECTOR);
        command.addAll(List.of(
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dslf4j.provider=org.slf4j.simple.SimpleServiceProvider",
                "-cp",
                System.getProperty("java.class.path"),
                EngineProgram.class.getName(),
                settings.toString(),
                count.toString(),
                PREFIX + "." + Loader.SCHEMA + "."));
        return command;
    }

    /** The settings that cdc-service gives its engine, without those that belong to its own code. */
    private static Properties settings(MySql57 source) {
        Properties settings = new Properties();
        Map.ofEntries(
                        Map.entry("name", PREFIX),
                        Map.entry("topic.prefix", PREFIX),
                        Map.entry("connector.class", MySqlConnector.class.getName()),
                        Map.entry("offset.storage", MemoryOffsetBackingStore.class.getName()),
                        Map.entry("schema.history.internal", MemorySchemaHistory.class.getName()),
                        Map.entry("snapshot.mode", "no_data"),
                        Map.entry("database.hostname", source.host()),
                        Map.entry("database.port", String.valueOf(source.port())),
                        Map.entry("database.user", Engine.USER),
                        Map.entry("database.password", Engine.PASSWORD),
                        Map.entry("database.server.id", "4711"),
                        Map.entry("database.include.list", Loader.SCHEMA),
                        Map.entry("database.ssl.mode", "disabled"),
                        Map.entry("driver.allowPublicKeyRetrieval", "true"),
                        Map.entry("record.processing.threads", "1"),
                        Map.entry("skipped.operations", "none"),
                        Map.entry("tombstones.on.delete", "false"),
                        Map.entry("include.schema.changes", "true"),
                        Map.entry("decimal.handling.mode", "precise"),
                        Map.entry("bigint.unsigned.handling.mode", "precise"),
                        Map.entry("binary.handling.mode", "bytes"),
                        Map.entry("time.precision.mode", "adaptive_time_microseconds"),
                        Map.entry("enable.time.adjuster", "false"),
                        Map.entry("column.propagate.source.type", ".*"),
                        Map.entry("max.batch.size", "2048"),
                        Map.entry("max.queue.size", "8192"),
                        Map.entry("max.queue.size.in.bytes", String.valueOf(16 * 1024 * 1024)),
                        Map.entry("poll.interval.ms", "50"),
                        Map.entry("connect.keep.alive", "false"))
                .forEach(settings::setProperty);
        return settings;
    }

    /** The number of events that it has read. */
    public long count() {
        return counter.get();
    }

    /** Waits until it has read this number of events. */
    public void await(long count) {
        boolean came = Polling.comesTrue(PATIENCE, INTERVAL, () -> counter.get() >= count || !child.isAlive());
        if (!came || !child.isAlive()) {
            throw new BenchFailure("the engine has read " + counter.get() + " events of " + count + ":\n"
                    + String.join("\n", child.lastLines(15)));
        }
    }

    public Child child() {
        return child;
    }

    @Override
    public void close() {
        child.kill();
    }
}
