package io.dataflowsync.bench.contender;

import io.dataflowsync.bench.machine.HeapLog;
import io.dataflowsync.bench.machine.Part;
import io.dataflowsync.bench.scenario.Beginning;
import io.dataflowsync.bench.scenario.BenchFailure;
import io.dataflowsync.bench.scenario.Loader;
import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.KafkaBroker;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.connect.cli.ConnectStandalone;

/**
 * Runs Debezium's MySQL connector and its JDBC sink on Kafka Connect, in one worker with a heap of 2 GiB. The keys stay the same, and
 * nothing is logged.
 */
public final class KafkaConnect implements Contender {
    private final Servers servers;
    private final KafkaBroker broker;
    private final HeapLog heap;
    private final Child worker;

    private KafkaConnect(RunDirectory run, Path sink) {
        this.servers = Servers.start(run);
        this.broker = KafkaBroker.start(run);
        this.heap = new HeapLog(run.path().resolve("connect-heap.log"));
        ConnectSettings settings = new ConnectSettings(servers, broker);
        createTopics(List.of(ConnectSettings.SCHEMA_HISTORY));
        this.worker = run.start(
                "connect",
                command(
                        sink,
                        settings.write(run.path().resolve("connect-worker.properties"), settings.worker(run.path())),
                        settings.write(run.path().resolve("connect-source.properties"), settings.source()),
                        settings.write(run.path().resolve("connect-sink.properties"), settings.sink())),
                Map.of(),
                Child.Ending.KILL);
    }

    /** @param sink the directory with the jars of the JDBC sink */
    public static KafkaConnect start(RunDirectory run, Path sink) {
        KafkaConnect connect = new KafkaConnect(run, sink);
        connect.awaitFirstRow();
        return connect;
    }

    /** Writes rows until one of them arrives, since Debezium does not report when it has begun to follow the source. */
    private void awaitFirstRow() {
        Beginning beginning = new Beginning(source(), target(), "beginning");
        expect(List.of(beginning.table()));
        beginning.create();
        beginning.await(() -> {
            failIfDead();
            return hasRows(beginning.table());
        });
    }

    private boolean hasRows(String table) {
        try (Connection connection = target().connect(Loader.SCHEMA);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            result.next();
            return result.getLong(1) > 0;
        } catch (SQLException e) {
            throw new BenchFailure("the target: " + e.getMessage(), e);
        }
    }

    private List<String> command(Path sink, Path... settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                heap.option(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dslf4j.provider=org.slf4j.simple.SimpleServiceProvider",
                "-cp",
                classPath(sink),
                ConnectStandalone.class.getName()));
        for (Path file : settings) {
            command.add(file.toString());
        }
        return command;
    }

    /** The class path of this program, which has the source connector and the runtime, and that of the sink. */
    private static String classPath(Path sink) {
        String own = System.getProperty("java.class.path");
        return sink.toAbsolutePath() + "/*:" + own;
    }

    @Override
    public String name() {
        return "Debezium + JDBC sink";
    }

    @Override
    public Servers servers() {
        return servers;
    }

    @Override
    public boolean keepsKeys() {
        return true;
    }

    @Override
    public boolean makesTables() {
        return false;
    }

    @Override
    public void expect(List<String> tables) {
        createTopics(tables.stream().map(ConnectSettings::topic).toList());
    }

    /** Creates the topics, so that the sink is assigned them before the first record. */
    private void createTopics(List<String> names) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(names.stream()
                            .map(name -> new NewTopic(name, Optional.of(1), Optional.of((short) 1)))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new BenchFailure("the broker: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }

    @Override
    public void wake() {
        worker.resume();
    }

    @Override
    public void pause() {
        worker.pause();
    }

    @Override
    public void resume() {
        worker.resume();
    }

    @Override
    public void sleep() {
        worker.pause();
    }

    @Override
    public void failIfDead() {
        if (!worker.isAlive()) {
            throw new BenchFailure("Kafka Connect ended:\n" + String.join("\n", worker.lastLines(25)));
        }
    }

    @Override
    public List<Part> parts() {
        return List.of(
                new Part("connect", worker.pid()),
                new Part("kafka", broker.child().pid()),
                new Part("source", source().child().pid()),
                new Part("target", target().child().pid()),
                new Part("bench", ProcessHandle.current().pid()));
    }

    @Override
    public void close() {
        worker.kill();
        broker.close();
        servers.close();
    }

    /** The directory where {@code ./dfs bench} keeps the sink's jars; empty if they were not fetched. */
    public static Optional<Path> jars(Path root) {
        Path jars = root.resolve("bench/target/peers");
        try (var files = Files.list(jars)) {
            return files.findAny().isPresent() ? Optional.of(jars) : Optional.empty();
        } catch (java.nio.file.NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
