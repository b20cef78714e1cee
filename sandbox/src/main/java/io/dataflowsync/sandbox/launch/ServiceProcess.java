package io.dataflowsync.sandbox.launch;

import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.JvmArchive;
import io.dataflowsync.sandbox.engine.Polling;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs one service as a process of its own. */
public final class ServiceProcess {
    /**
     * How a service collects its garbage. The young part of the heap is larger than the JVM's default: then few of the events in flight
     * outlive a collection, and there are fewer collections.
     */
    public static final List<String> COLLECTOR = List.of("-XX:+UseSerialGC", "-XX:NewRatio=1");

    /** A start takes seconds; on a machine that does many other things at the same time, minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration INTERVAL = Duration.ofMillis(100);
    static final int LINES_SHOWN = 25;

    private final Service service;
    private final String name;
    private final RunDirectory run;
    private final Map<String, String> environment;
    private final HttpDoor door;
    private final Child.Ending ending;
    private Child child;
    private volatile boolean wanted = true;

    private ServiceProcess(
            Service service,
            String name,
            RunDirectory run,
            Map<String, String> environment,
            HttpDoor door,
            Child.Ending ending) {
        this.service = service;
        this.name = name;
        this.run = run;
        this.environment = environment;
        this.door = door;
        this.ending = ending;
        this.child = launch();
    }

    /**
     * Starts the service; see {@link #awaitReady}.
     *
     * @param pipeline the pipeline file
     * @param settings values that override those of the pipeline file, as environment variables
     * @param port the port of its HTTP address on loopback
     * @param ending how it ends when the launcher ends
     */
    public static ServiceProcess start(
            Service service,
            RunDirectory run,
            Path pipeline,
            Map<String, String> settings,
            int port,
            Child.Ending ending) {
        return start(service, service.module(), run, pipeline, settings, port, ending);
    }

    /**
     * Starts one of several replicas.
     *
     * @param name the name that distinguishes this replica and its log from the others
     */
    public static ServiceProcess start(
            Service service,
            String name,
            RunDirectory run,
            Path pipeline,
            Map<String, String> settings,
            int port,
            Child.Ending ending) {
        return start(service, name, run, pipeline, settings, HttpDoor.plain(port), ending);
    }

    /**
     * Starts one of several replicas, or one that speaks HTTPS.
     *
     * @param name the name that distinguishes this replica and its log from the others
     * @param door where it is called
     */
    public static ServiceProcess start(
            Service service,
            String name,
            RunDirectory run,
            Path pipeline,
            Map<String, String> settings,
            HttpDoor door,
            Child.Ending ending) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("DFS_PIPELINE", pipeline.toAbsolutePath().toString());
        environment.putIfAbsent("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.putAll(door.settings());
        return new ServiceProcess(service, name, run, environment, door, ending);
    }

    private Child launch() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(COLLECTOR);
        command.addAll(JvmArchive.options(service.jar(), ServiceArchives.NAME));
        command.addAll(List.of("-jar", service.jar().toString()));
        return run.start(name, command, environment, ending);
    }

    public Service service() {
        return service;
    }

    public String name() {
        return name;
    }

    /** The address: {@code http://127.0.0.1:PORT}, or the same with HTTPS. */
    public String address() {
        return door.address();
    }

    /** Where it is called, and with which client. */
    public HttpDoor door() {
        return door;
    }

    public Child child() {
        return child;
    }

    /** Ends it as a power cut would (SIGKILL). */
    public void kill() {
        wanted = false;
        child.kill();
    }

    /** Asks it to end (SIGTERM) and waits until it has ended. */
    public void stop() {
        wanted = false;
        child.stop();
    }

    /** Asks it to end (SIGTERM) and waits for that time; kills it then. */
    public void stop(Duration patience) {
        wanted = false;
        child.stop(patience);
    }

    /** Starts it again with the same settings, and returns when it is ready. */
    public void restart() {
        relaunch();
        awaitReady();
    }

    /** Starts it again with the same settings, and does not wait until it is ready. */
    public void relaunch() {
        wanted = false;
        child.stop();
        child = launch();
        wanted = true;
    }

    /**
     * Waits until it is ready.
     *
     * @throws LaunchFailure if it ends first, or takes too long
     */
    public void awaitReady() {
        boolean decided = Polling.comesTrue(PATIENCE, INTERVAL, () -> hasDied() || isReady());
        failIfDead();
        if (!decided) {
            throw new LaunchFailure(name + " is not ready after " + PATIENCE.toSeconds() + " s:\n" + tail());
        }
    }

    /** Whether it has ended without being asked to. */
    public boolean hasDied() {
        return wanted && !child.isAlive();
    }

    /**
     * Throws if the process has died.
     *
     * @throws LaunchFailure if {@link #hasDied} is true
     */
    public void failIfDead() {
        if (hasDied()) {
            throw new LaunchFailure(name + " ended with exit code " + child.exitCode() + ":\n" + tail());
        }
    }

    /** The last lines of its log. */
    String tail() {
        return String.join("\n", child.lastLines(LINES_SHOWN));
    }

    /** Whether the service reports now that it is ready. */
    public boolean isReady() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return door.client().send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted");
        }
    }
}
