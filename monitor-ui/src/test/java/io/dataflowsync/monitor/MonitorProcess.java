package io.dataflowsync.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The monitor as people run it: a process of its own, on a port of its own that stays the same over restarts. */
public final class MonitorProcess implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final WrittenLog log;
    private final Map<String, String> environment = new HashMap<>();
    private final int port = FreePort.onLoopback();
    private Child child;

    private MonitorProcess(WrittenLog log, Map<String, String> settings) {
        this.log = log;
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("DFS_PIPELINE", pipelineFile().toString());
        environment.putAll(settings);
        child = launch(log, environment);
        awaitReady();
    }

    /** @param settings variables of its environment */
    public static MonitorProcess start(WrittenLog log, Map<String, String> settings) {
        return new MonitorProcess(log, settings);
    }

    private static Child launch(WrittenLog log, Map<String, String> environment) {
        Path jar = Path.of("target", "quarkus-app", "quarkus-run.jar");
        assertThat(jar).as("the packaged service").exists();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = List.of(java.toString(), "-Xmx192m", "-jar", jar.toString());
        return log.run().start("monitor-ui", command, environment, Child.Ending.KILL);
    }

    private void awaitReady() {
        await().alias("the monitor is ready")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(this::isReady);
    }

    public void stop() {
        child.stop();
    }

    public void restart() {
        stop();
        child = launch(log, environment);
        awaitReady();
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public String get(String path) throws IOException, InterruptedException {
        return answer(path).body();
    }

    public HttpResponse<String> answer(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    public Child child() {
        return child;
    }

    public int port() {
        return port;
    }

    private boolean isReady() throws InterruptedException {
        assertThat(child.isAlive())
                .as(() -> String.join("\n", child.lastLines(20)))
                .isTrue();
        try {
            return answer("/q/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private Path pipelineFile() {
        String yaml = """
                dfs:
                  project: shop
                  source: { host: 127.0.0.1, user: dfs, password: none, schemas: [shop] }
                  log: { host: 127.0.0.1, port: %d, user: %s, password: %s, schema: %s }
                """.formatted(log.server().port(), Engine.USER, Engine.PASSWORD, WrittenLog.SCHEMA);
        try {
            return Files.writeString(log.run().path().resolve("pipeline.yaml"), yaml);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        child.stop();
    }
}
