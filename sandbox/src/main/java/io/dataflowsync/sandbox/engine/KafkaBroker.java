package io.dataflowsync.sandbox.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/** Runs a Kafka broker that is its own controller (KRaft), in a JVM of its own. */
public final class KafkaBroker implements Engine {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int TRIES = 3;

    private final RunDirectory run;
    private final EngineOptions options;
    private final Optional<Outside> outside;
    private final Path home;
    private final String clusterId;
    private int port;
    private int controllerPort;
    private Child child;

    private KafkaBroker(RunDirectory run, EngineOptions options, Optional<Outside> outside) {
        this.run = run;
        this.options = options;
        this.outside = outside;
        this.home = options.home().orElseGet(() -> run.newDirectory("kafka"));
        try {
            Files.createDirectories(home);
            this.clusterId = clusterId(home.resolve("cluster.id"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.child = startOnSomePort();
    }

    public static KafkaBroker start(RunDirectory run) {
        return start(run, EngineOptions.DEFAULT);
    }

    /**
     * Starts a broker, and returns when it answers.
     *
     * @throws EngineFailure if it does not start
     */
    public static KafkaBroker start(RunDirectory run, EngineOptions options) {
        return new KafkaBroker(run, options, Optional.empty());
    }

    /** @param outside a second listener */
    public static KafkaBroker start(RunDirectory run, Outside outside) {
        return start(run, EngineOptions.DEFAULT, outside);
    }

    /** @param outside a second listener, for which the options may name another protocol */
    public static KafkaBroker start(RunDirectory run, EngineOptions options, Outside outside) {
        return new KafkaBroker(run, options, Optional.of(outside));
    }

    /**
     * A second listener, for clients that connect through a proxy.
     *
     * @param port where the broker listens for the proxy
     * @param proxyPort the port of the proxy, which the broker reports to these clients as its own address
     */
    public record Outside(int port, int proxyPort) {}

    /** The address that clients connect to first. */
    public String bootstrapServers() {
        return address();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Child child() {
        return child;
    }

    @Override
    public void restart() {
        child.stop();
        child = launch();
    }

    /** Kills the broker and deletes its disk: after a restart it has no topic. */
    public void loseData() throws IOException {
        child.kill();
        try (Stream<Path> files = Files.walk(home.resolve("logs"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String clusterId(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.writeString(file, Uuid.randomUuid().toString());
        }
        return Files.readString(file);
    }

    /** Tries several ports, since another process may take a free port before the broker does. */
    private Child startOnSomePort() {
        for (int attempt = 1; ; attempt++) {
            port = options.port().orElseGet(FreePort::onLoopback);
            controllerPort = FreePort.onLoopback();
            try {
                return launch();
            } catch (EngineFailure failure) {
                if (options.port().isPresent() || attempt == TRIES) {
                    throw failure;
                }
            }
        }
    }

    private Child launch() {
        Path settings = home.resolve("broker.properties");
        try {
            Files.write(settings, settings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Child.Ending ending = options.home().isPresent() ? Child.Ending.TERMINATE : Child.Ending.KILL;
        Child started = run.start("kafka", command(settings), Map.of(), ending);
        boolean answers = Polling.comesTrue(PATIENCE, () -> !started.isAlive() || isThere());
        if (!answers || !started.isAlive()) {
            started.kill();
            throw new EngineFailure(
                    "kafka did not start on port " + port + ":\n" + String.join("\n", started.lastLines(15)));
        }
        return started;
    }

    private List<String> command(Path settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms256m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dslf4j.provider=org.slf4j.simple.SimpleServiceProvider"));
        if (options.home().isEmpty()) {
            // A broker of the sandbox lives for minutes only: the second compiler would use more time than it saves.
            command.add("-XX:TieredStopAtLevel=1");
        }
        String classes = System.getProperty("java.class.path");
        if (classes.endsWith("sandbox.jar")) {
            command.addAll(JvmArchive.options(Path.of(classes), "kafka"));
        }
        command.addAll(List.of("-cp", classes, KafkaProgram.class.getName(), settings.toString()));
        return command;
    }

    private List<String> settings() {
        List<String> settings = new ArrayList<>(List.of(
                "process.roles=broker,controller",
                "node.id=1",
                "dfs.cluster.id=" + clusterId,
                "controller.quorum.voters=1@127.0.0.1:" + controllerPort,
                "controller.listener.names=CONTROLLER",
                "listeners=BROKER://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort
                        + outside.map(o -> ",OUTSIDE://127.0.0.1:" + o.port()).orElse(""),
                "advertised.listeners=BROKER://127.0.0.1:" + port
                        + outside.map(o -> ",OUTSIDE://127.0.0.1:" + o.proxyPort())
                                .orElse(""),
                "inter.broker.listener.name=BROKER",
                "listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT,OUTSIDE:PLAINTEXT",
                "log.dirs=" + home.resolve("logs"),
                "offsets.topic.replication.factor=1",
                "offsets.topic.num.partitions=4",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1",
                "transaction.state.log.num.partitions=4",
                // A transaction that begins while the markers of the last one are written is tried again after this
                // time; the default is
                // 20 ms.
                "add.partitions.to.txn.retry.backoff.ms=1",
                "share.coordinator.state.topic.replication.factor=1",
                "share.coordinator.state.topic.min.isr=1",
                "group.initial.rebalance.delay.ms=0",
                "broker.session.timeout.ms=3000",
                "broker.heartbeat.interval.ms=500",
                "auto.create.topics.enable=false",
                "log.segment.bytes=67108864",
                "log.cleaner.dedupe.buffer.size=16777216"));
        settings.addAll(options.flags());
        return settings;
    }

    /** Whether this broker answers, and not another one on its port. */
    private boolean isThere() {
        return isOpen() && isOurCluster();
    }

    /** Whether the port is open. It is checked first, since that costs little. */
    private boolean isOpen() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host(), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isOurCluster() {
        Map<String, Object> client =
                Map.of("bootstrap.servers", address(), "request.timeout.ms", "2000", "default.api.timeout.ms", "2000");
        try (Admin admin = Admin.create(client)) {
            return Optional.of(admin.describeCluster().clusterId().get(3, TimeUnit.SECONDS))
                    .filter(clusterId::equals)
                    .isPresent();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("interrupted", e);
        }
    }
}
