package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.sandbox.engine.Certificates;
import io.dataflowsync.sandbox.engine.Certificates.Pem;
import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.FreePort;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.HttpDoor;
import io.dataflowsync.sandbox.launch.Service;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The three services by HTTPS alone: who is answered, and that every rule of HTTP holds there too. */
class HttpsIT {
    private static final String PROJECT = "sealed";
    private static final String STATUS = "/api/v1/status";
    private static final String REPLAY = "/api/v1/dead-letters/replay";

    private static RunDirectory run;
    private static FaultServers servers;
    private static Certificates certificates;
    private static Certificates stranger;
    private static Pem server;
    private static FaultPipeline pipeline;
    private static ServiceProcess monitor;

    @BeforeAll
    static void start() {
        run = RunDirectory.open();
        certificates = Certificates.in(run.path().resolve("certificates"));
        stranger = Certificates.in(run.path().resolve("stranger"));
        server = certificates.server("server", "ip:127.0.0.1");
        servers = FaultServers.start(run, EngineOptions.DEFAULT, EngineOptions.DEFAULT);
        servers.createSchemas(PROJECT);
        FaultPipeline.lastRow(servers, PROJECT);
        pipeline = new FaultPipeline(run, servers, List.of(PROJECT), "", users(), HttpsIT::door);
        monitor = monitor();
        monitor.awaitReady();
    }

    private static HttpDoor door(int port) {
        return HttpDoor.encrypted(port, server, certificates.ca());
    }

    private static Map<String, String> users() {
        return Map.of("DFS_USERS_FILE", TestUsers.file(run).toString());
    }

    private static ServiceProcess monitor() {
        Map<String, String> settings = new HashMap<>(users());
        settings.put("MONITOR_CDC_URL", pipeline.cdc().address());
        settings.put("MONITOR_DPU_URL", pipeline.dpu().address());
        settings.put("MONITOR_USER", TestUsers.VERA.user());
        settings.put("MONITOR_PASSWORD", TestUsers.VERA.password());
        settings.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
        return ServiceProcess.start(
                Service.MONITOR,
                "sealed-monitor",
                run,
                FaultPipeline.pipelineFile(run, PROJECT),
                settings,
                door(FreePort.onLoopback()),
                Child.Ending.KILL);
    }

    @AfterAll
    static void end() {
        if (monitor != null) {
            monitor.kill();
        }
        FaultPipeline.end(pipeline, servers, run);
    }

    private static ServiceProcess of(Service service) {
        return switch (service) {
            case CDC -> pipeline.cdc();
            case DPU -> pipeline.dpu();
            case MONITOR -> monitor;
        };
    }

    private static String change(Service service) {
        return service == Service.CDC ? "/api/v1/capture/resume" : REPLAY;
    }

    private static int changed(Service service) {
        return service == Service.CDC ? 409 : 200;
    }

    private static WireCall.Answer sealed(Service service, WireCall call) {
        return call.trusting(certificates.ca()).to(of(service).address());
    }

    @ParameterizedTest
    @EnumSource
    void whoTrustsTheCaIsAnsweredAndNobodyElse(Service service) {
        assertThat(sealed(service, TestUsers.VERA.makes(WireCall.get(STATUS))).status())
                .isEqualTo(200);
        assertThat(sealed(service, WireCall.get(STATUS)).code()).isEqualTo("sign-in-required");
        WireCall call = WireCall.get(STATUS).trusting(stranger.ca());
        assertThatThrownBy(() -> call.to(of(service).address())).hasCauseInstanceOf(SSLHandshakeException.class);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsAnsweredInClear(Service service) throws IOException {
        int port = URI.create(of(service).address()).getPort();
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), port)) {
            plain.setSoTimeout(10_000);
            plain.getOutputStream()
                    .write("GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(plain.getInputStream().readNBytes(4), StandardCharsets.ISO_8859_1);
            assertThat(answer).isNotEqualTo("HTTP");
        }
        assertThat(ProcessPeers.listened(of(service).child().pid())).containsExactly(port);
    }

    @ParameterizedTest
    @EnumSource
    void aBrowserIsHeldToHttpsAndGetsNoCookie(Service service) {
        for (WireCall call : List.of(
                TestUsers.VERA.makes(WireCall.get(STATUS)),
                TestUsers.OTTO.makes(WireCall.post(change(service), "{}")),
                WireCall.get("/"),
                WireCall.get("/q/health/live"))) {
            assertThat(sealed(service, call).headers())
                    .containsEntry("strict-transport-security", "max-age=31536000")
                    .doesNotContainKey("set-cookie");
        }
    }

    @ParameterizedTest
    @EnumSource
    void otherSitesAndOtherNamesAreKeptOut(Service service) {
        String own = of(service).address();
        assertThat(sealed(service, operatorsChange(service).with("Origin", own)).status())
                .isEqualTo(changed(service));
        assertThat(sealed(service, operatorsChange(service).with("Sec-Fetch-Site", "same-origin"))
                        .status())
                .isEqualTo(changed(service));
        for (WireCall foreign : List.of(
                operatorsChange(service).with("Origin", "https://evil.example"),
                operatorsChange(service).with("Origin", "null"),
                operatorsChange(service).with("Sec-Fetch-Site", "cross-site"))) {
            assertThat(sealed(service, foreign).code()).isEqualTo("cross-site");
        }
        WireCall renamed = TestUsers.VERA.makes(WireCall.get(STATUS)).with("Host", "evil.example");
        assertThat(sealed(service, renamed).code()).isEqualTo("wrong-host");
    }

    private static WireCall operatorsChange(Service service) {
        return TestUsers.OTTO.makes(WireCall.post(change(service), "{}"));
    }

    /** As browsers speak where there is TLS. */
    @ParameterizedTest
    @EnumSource
    void theSameRulesHoldForHttp2(Service service) throws IOException, InterruptedException {
        String own = of(service).address();
        HttpResponse<String> answer = overHttp2(service, own);
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.statusCode()).isEqualTo(changed(service));
        assertThat(answer.headers().firstValue("strict-transport-security")).contains("max-age=31536000");

        HttpResponse<String> refused = overHttp2(service, "https://evil.example");
        assertThat(refused.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(refused.body()).contains("\"code\":\"cross-site\"");
    }

    private static HttpResponse<String> overHttp2(Service service, String origin)
            throws IOException, InterruptedException {
        String login = TestUsers.OTTO.user() + ":" + TestUsers.OTTO.password();
        HttpRequest request = HttpRequest.newBuilder(URI.create(of(service).address() + change(service)))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json")
                .header("Origin", origin)
                .timeout(Duration.ofSeconds(20))
                .POST(BodyPublishers.ofString("{}"))
                .build();
        return of(service).door().client().send(request, BodyHandlers.ofString());
    }

    @Test
    void theSocketIsOpenedByItsOwnPageAlone() {
        String own = monitor.address();
        assertThat(sealed(
                                Service.MONITOR,
                                TestUsers.VERA
                                        .makes(WireCall.socket("/ws/monitor"))
                                        .with("Origin", own))
                        .status())
                .isEqualTo(101);
        assertThat(sealed(
                                Service.MONITOR,
                                TestUsers.VERA
                                        .makes(WireCall.socket("/ws/monitor"))
                                        .with("Origin", "https://evil.example"))
                        .status())
                .isEqualTo(403);
        assertThat(sealed(Service.MONITOR, WireCall.socket("/ws/monitor")).status())
                .isEqualTo(401);
        String ticket = sealed(Service.MONITOR, TestUsers.VERA.makes(WireCall.get("/api/v1/ticket")))
                .json()
                .path("ticket")
                .asText();
        assertThat(sealed(Service.MONITOR, WireCall.socket("/ws/monitor?ticket=" + ticket))
                        .status())
                .isEqualTo(101);
    }

    @Test
    void theMonitorLooksAtTheServicesAndPassesCallsOnByHttps() {
        await().atMost(FaultPipeline.PATIENCE).untilAsserted(() -> {
            WireCall.Answer status = sealed(Service.MONITOR, TestUsers.VERA.makes(WireCall.get(STATUS)));
            assertThat(status.json().path("stations")).hasSize(6).allMatch(station -> Set.of("ok", "working")
                    .contains(station.path("state").asText()));
        });
        WireCall.Answer passed = sealed(Service.MONITOR, TestUsers.OTTO.makes(WireCall.post(REPLAY, "{}")));
        assertThat(passed.status()).as(passed.body()).isEqualTo(200);
        WireCall.Answer resumed =
                sealed(Service.MONITOR, TestUsers.OTTO.makes(WireCall.post("/api/v1/capture/resume", "{}")));
        assertThat(resumed.status()).as(resumed.body()).isEqualTo(409);
    }

    /** As the compose file asks, in the container. */
    @ParameterizedTest
    @EnumSource
    void theHealthCheckOfTheContainersFindsTheServiceReady(Service service) throws Exception {
        int port = URI.create(of(service).address()).getPort();
        assertThat(healthCheck(Map.of(
                        "QUARKUS_HTTP_INSECURE_REQUESTS", "disabled", "QUARKUS_HTTP_SSL_PORT", String.valueOf(port))))
                .isZero();
        assertThat(healthCheck(Map.of(
                        "QUARKUS_HTTP_INSECURE_REQUESTS",
                        "disabled",
                        "QUARKUS_HTTP_SSL_PORT",
                        String.valueOf(FreePort.onLoopback()))))
                .isNotZero();
        assertThat(healthCheck(Map.of())).isNotZero();
    }

    private static int healthCheck(Map<String, String> variables) throws IOException, InterruptedException {
        Path script = Path.of("..", "deploy", "docker", "health.sh");
        ProcessBuilder command = new ProcessBuilder("bash", script.toString(), String.valueOf(FreePort.onLoopback()));
        command.environment().putAll(variables);
        command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return command.start().waitFor();
    }
}
