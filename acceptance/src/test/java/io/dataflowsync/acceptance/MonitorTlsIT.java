package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.pipeline.config.InvalidPipelineException;
import io.dataflowsync.sandbox.engine.Certificates;
import io.dataflowsync.sandbox.engine.Certificates.Pem;
import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.FreePort;
import io.dataflowsync.sandbox.engine.MariaDb;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.HttpDoor;
import io.dataflowsync.sandbox.launch.Service;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How a monitor calls services by HTTPS, and what it says of those whose certificates it does not take. */
class MonitorTlsIT {
    private static final String STATUS = "/api/v1/status";
    private static final String ADDRESS = "127.0.0.1";
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(FaultPipeline.PATIENCE.toMillis());
    private static final AtomicInteger MONITORS = new AtomicInteger();

    private static RunDirectory run;
    private static Path file;
    private static Certificates certificates;
    private static Pem server;
    private static Pem client;

    @BeforeAll
    static void start() throws IOException {
        run = RunDirectory.open();
        certificates = Certificates.in(run.path().resolve("certificates"));
        server = certificates.server("server", "ip:" + ADDRESS);
        client = certificates.client("client");
        MariaDb log = MariaDb.start(run);
        file = Files.writeString(
                run.path().resolve("pipeline.yaml"), """
                dfs:
                  project: shop
                  source: { host: 127.0.0.1, user: dfs, password: none, schemas: [shop] }
                  log: { host: 127.0.0.1, port: %d, user: %s, password: %s }
                """.formatted(log.port(), Engine.USER, Engine.PASSWORD));
    }

    @AfterAll
    static void end() {
        try (RunDirectory ending = run) {
            assertThat(ending).isNotNull();
        }
    }

    private static ServiceProcess monitor(String cdc, String dpu, Map<String, String> more, int port) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "MONITOR_CDC_URL",
                cdc,
                "MONITOR_DPU_URL",
                dpu,
                "DFS_ADMIN_PASSWORD",
                TestUsers.OTTO.password(),
                "JAVA_TOOL_OPTIONS",
                "-XX:TieredStopAtLevel=1"));
        settings.putAll(more);
        String name = "monitor-" + MONITORS.incrementAndGet();
        return ServiceProcess.start(
                Service.MONITOR, name, run, file, settings, HttpDoor.plain(port), Child.Ending.KILL);
    }

    private static Map<String, String> trusting(Certificates whose) {
        return Map.of("MONITOR_TLS_CA", whose.ca().toString());
    }

    /** State and message of a station, as a monitor's status has them. */
    private static String station(WireCall.Answer status, String name) {
        for (var station : status.json().path("stations")) {
            if (station.path("name").asText().equals(name)) {
                return station.path("state").asText() + " "
                        + station.path("message").asText();
            }
        }
        throw new AssertionError("no station " + name + " in " + status.body());
    }

    private static void awaitStation(ServiceProcess monitor, String name, String text) {
        await().atMost(FaultPipeline.PATIENCE).untilAsserted(() -> {
            WireCall.Answer status = WireCall.get(STATUS).to(monitor.address());
            assertThat(station(status, name)).isEqualTo(text);
        });
    }

    /** What a monitor has logged of a service, without the times. */
    private static List<String> logged(ServiceProcess monitor, String name) {
        return monitor.child().lastLines(1_000).stream()
                .filter(line -> line.contains("[WatchedService] " + name))
                .map(line -> line.substring(line.indexOf(name)))
                .toList();
    }

    @Test
    void certificatesOfAnUnknownCaAreOneLineOnThePageAndInTheLog() {
        Certificates stranger = Certificates.in(run.path().resolve("stranger"));
        try (SealedPeer peer = SealedPeer.open(server)) {
            String address = peer.address(ADDRESS);
            ServiceProcess monitor = monitor(address, address, trusting(stranger), FreePort.onLoopback());
            monitor.awaitReady();
            try (OverviewPage page = new OverviewPage(monitor.address())) {
                for (String name : List.of("cdc-service", "dpu-service")) {
                    String line = name + " cannot be asked: the certificate of " + peer.authority(ADDRESS)
                            + " is signed by no CA that is trusted here; name its CA in MONITOR_TLS_CA";
                    awaitStation(monitor, name, "unreachable " + line + ".");
                    page.awaitNamed(name, "unreachable", ErrorCode.SERVICE_AWAY);
                    PlaywrightAssertions.assertThat(page.trouble(name)).containsText(line, PATIENTLY);
                    List<String> logged = logged(monitor, name);
                    assertThat(logged).contains(line);
                    IntStream.range(1, logged.size())
                            .forEach(i -> assertThat(logged.get(i)).isNotEqualTo(logged.get(i - 1)));
                }
                await().atMost(FaultPipeline.PATIENCE).untilAsserted(() -> {
                    WireCall.Answer passed = WireCall.post("/api/v1/dead-letters/replay", "{}")
                            .as("admin", TestUsers.OTTO.password())
                            .to(monitor.address());
                    assertThat(passed.status()).isEqualTo(502);
                    assertThat(passed.json().path("message").asText())
                            .isEqualTo("dpu-service cannot be asked: the certificate of " + peer.authority(ADDRESS)
                                    + " is signed by no CA that is trusted here; name its CA in MONITOR_TLS_CA");
                });
            } finally {
                monitor.kill();
            }
        }
    }

    @Test
    void aWrongHostAndAnExpiredCertificateAreOneLineEach() {
        try (SealedPeer peer = SealedPeer.open(server);
                SealedPeer old = SealedPeer.open(certificates.expired("expired", "ip:" + ADDRESS))) {
            ServiceProcess monitor = monitor(
                    peer.address("localhost"), old.address(ADDRESS), trusting(certificates), FreePort.onLoopback());
            try {
                monitor.awaitReady();
                awaitStation(
                        monitor,
                        "cdc-service",
                        "unreachable cdc-service cannot be asked: the certificate of " + peer.authority("localhost")
                                + " is for another host; write a host that the certificate names into MONITOR_CDC_URL.");
                awaitStation(
                        monitor,
                        "dpu-service",
                        "unreachable dpu-service cannot be asked: the certificate of " + old.authority(ADDRESS)
                                + " has expired; renew it on the server.");
            } finally {
                monitor.kill();
            }
        }
    }

    @Test
    void aCertificateIsShownToWhoAsksForOne() {
        Map<String, String> named = new HashMap<>(trusting(certificates));
        named.put("MONITOR_TLS_CERTIFICATE", client.certificate().toString());
        named.put("MONITOR_TLS_KEY", client.key().toString());
        try (SealedPeer asking = SealedPeer.open(server, certificates.ca())) {
            ServiceProcess monitor =
                    monitor(asking.address(ADDRESS), asking.address(ADDRESS), named, FreePort.onLoopback());
            try {
                monitor.awaitReady();
                awaitStation(monitor, "cdc-service", "ok It follows the source's binlog.");
                awaitStation(monitor, "dpu-service", "ok The pipeline has no target, so it applies nothing.");
            } finally {
                monitor.kill();
            }
        }
    }

    @Test
    void withoutACertificateWhoAsksForOneDoesNotAnswer() {
        try (SealedPeer asking = SealedPeer.open(server, certificates.ca());
                SealedPeer open = SealedPeer.open(server)) {
            ServiceProcess monitor = monitor(
                    asking.address(ADDRESS), open.address(ADDRESS), trusting(certificates), FreePort.onLoopback());
            try {
                monitor.awaitReady();
                awaitStation(monitor, "dpu-service", "ok The pipeline has no target, so it applies nothing.");
                await().atMost(FaultPipeline.PATIENCE).untilAsserted(() -> {
                    WireCall.Answer status = WireCall.get(STATUS).to(monitor.address());
                    assertThat(station(status, "cdc-service")).startsWith("unreachable cdc-service ");
                });
            } finally {
                monitor.kill();
            }
        }
    }

    /** A browser keeps the port that it was given, so one that was held to HTTPS could not call the old door any more. */
    @Test
    void aDoorThatLeadsToHttpsIsLeftOpen() {
        int plain = FreePort.onLoopback();
        int sealed = FreePort.onLoopback();
        Map<String, String> redirecting = Map.of(
                "QUARKUS_HTTP_SSL_CERTIFICATE_FILES", server.certificate().toString(),
                "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES", server.key().toString(),
                "QUARKUS_HTTP_SSL_PORT", String.valueOf(sealed),
                "QUARKUS_HTTP_INSECURE_REQUESTS", "redirect");
        ServiceProcess monitor = monitor("https://127.0.0.1:1", "https://127.0.0.1:1", redirecting, plain);
        try {
            await().atMost(FaultPipeline.PATIENCE).ignoreExceptions().untilAsserted(() -> {
                WireCall.Answer sent = WireCall.get(STATUS).to("http://127.0.0.1:" + plain);
                assertThat(sent.status()).isEqualTo(301);
                assertThat(sent.headers()).containsEntry("location", "https://127.0.0.1:" + sealed + STATUS);
            });
            await().atMost(FaultPipeline.PATIENCE).ignoreExceptions().untilAsserted(() -> {
                WireCall.Answer answer =
                        WireCall.get(STATUS).trusting(certificates.ca()).to("https://127.0.0.1:" + sealed);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.headers()).doesNotContainKey("strict-transport-security");
            });
        } finally {
            monitor.kill();
        }
    }

    @Test
    void aWrongFileIsALineBeforeAnythingStarts() {
        assertEnds(
                Map.of(
                        "MONITOR_TLS_CA",
                        "/no/such/ca.pem",
                        "MONITOR_TLS_KEY",
                        client.certificate().toString()),
                "MONITOR_TLS_CA: no such file: /no/such/ca.pem; write the path of a PEM file",
                "MONITOR_TLS_KEY: the file " + client.certificate()
                        + " has no private key; write the path of a PEM file with -----BEGIN PRIVATE KEY-----",
                "MONITOR_TLS_KEY: a certificate without its key, or a key without its certificate; set MONITOR_TLS_CERTIFICATE and"
                        + " MONITOR_TLS_KEY, or neither");
        assertEnds(
                Map.of("QUARKUS_HTTP_INSECURE_REQUESTS", "disabled"),
                "QUARKUS_HTTP_INSECURE_REQUESTS: no HTTPS to go to instead, since no certificate is named; name a certificate in"
                        + " QUARKUS_HTTP_SSL_CERTIFICATE_FILES and its key in QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES");
    }

    private static void assertEnds(Map<String, String> settings, String... lines) {
        ServiceProcess monitor = monitor("https://127.0.0.1:1", "https://127.0.0.1:1", settings, FreePort.onLoopback());
        try {
            await().atMost(Duration.ofMinutes(1)).until(() -> !monitor.child().isAlive());
            assertThat(monitor.child().exitCode()).isEqualTo(InvalidPipelineException.EXIT_CODE);
            assertThat(monitor.child().lastLines(20)).contains(lines);
        } finally {
            monitor.kill();
        }
    }
}
