package io.dataflowsync.sandbox.compose;

import io.dataflowsync.sandbox.engine.FreePort;
import io.dataflowsync.sandbox.engine.Polling;
import io.dataflowsync.sandbox.launch.LaunchFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Controls the containers, volumes and images of the compose file, under a project name of the test's own. Closing it removes them. */
final class ComposeProject implements AutoCloseable {
    /** The services of DFS. */
    static final List<String> SERVICES = List.of("cdc-service", "dpu-service", "monitor-ui");

    /** The servers that the services need. */
    static final List<String> SERVERS = List.of("kafka", "mariadb", "mysql57", "mysql80");

    private static final String NAME = "dataflowsync-test";
    private static final Duration QUICK = Duration.ofMinutes(2);
    private static final Duration BUILD = Duration.ofMinutes(30);
    private static final Duration READY = Duration.ofMinutes(5);
    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final ContainerEngine engine;
    private final List<String> compose;
    private final int logPort;
    private final Thread hook = new Thread(this::remove, "end-of-" + NAME);

    /** A container as the engine describes it. */
    private record State(String startedAt, String status, String health) {
        boolean isHealthy() {
            return status.equals("running") && health.equals("healthy");
        }
    }

    /**
     * @param root the directory of the project, with the compose file
     * @param directory takes a second compose file, which publishes the port of MariaDB on loopback for the comparison
     */
    ComposeProject(ContainerEngine engine, Path root, Path directory) {
        this.engine = engine;
        this.logPort = FreePort.onLoopback();
        Path ports = directory.resolve("compose-test.yaml");
        try {
            Files.writeString(ports, "services: { mariadb: { ports: [\"127.0.0.1:" + logPort + ":3306\"] } }\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.compose = List.of(
                "compose",
                "--project-name",
                NAME,
                "--project-directory",
                root.toString(),
                "--file",
                root.resolve("docker-compose.yml").toString(),
                "--file",
                ports.toString(),
                "--profile",
                "demo");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The port where MariaDB listens on loopback. */
    int logPort() {
        return logPort;
    }

    /** @param options the options of {@code docker compose build} */
    void build(String... options) {
        List<String> arguments = new ArrayList<>(List.of("build", "--quiet"));
        arguments.addAll(List.of(options));
        call(BUILD, arguments.toArray(String[]::new));
    }

    /** Starts every container that does not run, and returns once all are healthy. */
    void up() {
        call(READY, "up", "--detach", "--wait", "--no-build");
    }

    /** Starts these services, and does not wait until they are healthy. */
    void start(List<String> services) {
        List<String> arguments = new ArrayList<>(List.of("up", "--detach", "--no-build", "--no-deps"));
        arguments.addAll(services);
        call(READY, arguments.toArray(String[]::new));
    }

    /** Stops these services, and removes their containers. */
    void remove(List<String> services) {
        List<String> arguments = new ArrayList<>(List.of("rm", "--force", "--stop"));
        arguments.addAll(services);
        call(QUICK, arguments.toArray(String[]::new));
    }

    /** Restarts all containers, and returns once each is healthy. */
    void restart() {
        call(READY, "restart");
        all().forEach(this::awaitHealthy);
    }

    /** Removes the containers, and keeps the volumes. */
    void down() {
        call(QUICK, "down");
    }

    /** Removes a volume; its container must have been removed. */
    void removeVolume(String volume) {
        engine.run(QUICK, "volume", "rm", NAME + "_" + volume);
    }

    /**
     * Kills the first process of a container (SIGKILL), as a crash does. {@code docker kill} is not enough: after it the engine does not
     * restart the container.
     */
    void crash(String service) {
        String container = container(service);
        String before = state(service).startedAt();
        String pid = engine.run(QUICK, "inspect", "--format", "{{.State.Pid}}", container);
        String image = engine.run(QUICK, "inspect", "--format", "{{.Image}}", container("mariadb"));
        engine.run(QUICK, "run", "--rm", "--pid=host", "--user=0", "--entrypoint=sh", image, "-c", "kill -9 " + pid);
        if (!Polling.comesTrue(
                QUICK, INTERVAL, () -> !state(service).startedAt().equals(before))) {
            throw new LaunchFailure(service + " was not started again after a crash");
        }
    }

    /** Returns once the container's own check succeeds. */
    void awaitHealthy(String service) {
        if (!Polling.comesTrue(READY, INTERVAL, () -> state(service).isHealthy())) {
            throw new LaunchFailure(service + " is not healthy after " + READY.toSeconds() + " s: " + state(service)
                    + "\n" + call(QUICK, "logs", "--tail", "20", service));
        }
    }

    /** The memory of each container, a line each: {@code kafka 385.1MiB / 2GiB}. */
    List<String> memory() {
        return all().stream()
                .map(service -> service + " "
                        + engine.run(QUICK, "stats", "--no-stream", "--format", "{{.MemUsage}}", container(service)))
                .toList();
    }

    /** The size of the image of each container, a line each: {@code cdc-service 562 MB}. */
    List<String> imageSizes() {
        return all().stream()
                .map(service -> service + " " + megabytes(container(service)) + " MB")
                .toList();
    }

    private long megabytes(String container) {
        String image = engine.run(QUICK, "inspect", "--format", "{{.Image}}", container);
        return Long.parseLong(engine.run(QUICK, "image", "inspect", "--format", "{{.Size}}", image)) / 1_000_000;
    }

    /** The engine's description of each container, its environment included, as JSON. */
    String descriptions() {
        List<String> arguments = new ArrayList<>(List.of("inspect"));
        all().forEach(service -> arguments.add(container(service)));
        return engine.run(QUICK, arguments.toArray(String[]::new));
    }

    /** The output of the containers. */
    String logs() {
        return call(QUICK, "logs", "--no-color");
    }

    private static List<String> all() {
        List<String> all = new ArrayList<>(SERVERS);
        all.addAll(SERVICES);
        return all;
    }

    private State state(String service) {
        String format = "{{.State.StartedAt}} {{.State.Status}} {{.State.Health.Status}}";
        String[] words = engine.run(QUICK, "inspect", "--format", format, container(service))
                .split(" ", -1);
        return new State(words[0], words[1], words[2]);
    }

    private String container(String service) {
        return call(QUICK, "ps", "--all", "--quiet", service);
    }

    private String call(Duration patience, String... arguments) {
        List<String> all = new ArrayList<>(compose);
        all.addAll(List.of(arguments));
        return engine.run(patience, all.toArray(String[]::new));
    }

    private void remove() {
        call(QUICK, "down", "--volumes", "--remove-orphans", "--rmi", "local", "--timeout", "5");
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is shutting down, and the hook removes everything.
            return;
        }
        remove();
    }
}
