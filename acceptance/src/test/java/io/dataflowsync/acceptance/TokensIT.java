package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.FreePort;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.Service;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may call what with a token of OpenID Connect, on all three services. */
class TokensIT {
    private static final String PROJECT = "tokens";
    private static final String AUDIENCE = "dfs";
    private static final String STATUS = "/api/v1/status";
    private static final String SOCKET = "/ws/monitor";
    private static final Map<Service, String> CHANGES = Map.of(
            Service.CDC, "/api/v1/capture/resume",
            Service.DPU, "/api/v1/dead-letters/replay",
            Service.MONITOR, "/api/v1/dead-letters/replay");

    private static final TokenIssuer ISSUER = new TokenIssuer();
    private static final TokenIssuer ANOTHER_ISSUER = new TokenIssuer();

    private static RunDirectory run;
    private static FaultServers servers;
    private static FaultPipeline pipeline;
    private static ServiceProcess monitor;

    @BeforeAll
    static void start() {
        run = RunDirectory.open();
        servers = FaultServers.start(run, EngineOptions.DEFAULT, EngineOptions.DEFAULT);
        servers.createSchemas(PROJECT);
        FaultPipeline.lastRow(servers, PROJECT);
        Map<String, String> issued = Map.of("DFS_OIDC_URL", ISSUER.url(), "DFS_OIDC_AUDIENCE", AUDIENCE);
        pipeline = new FaultPipeline(run, servers, PROJECT, "", issued);
        Map<String, String> settings = new HashMap<>(issued);
        settings.put("MONITOR_CDC_URL", pipeline.cdc().address());
        settings.put("MONITOR_DPU_URL", pipeline.dpu().address());
        settings.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
        monitor = ServiceProcess.start(
                Service.MONITOR,
                run,
                FaultPipeline.pipelineFile(run, PROJECT),
                settings,
                FreePort.onLoopback(),
                Child.Ending.KILL);
        monitor.awaitReady();
    }

    @AfterAll
    static void end() {
        if (monitor != null) {
            monitor.kill();
        }
        FaultPipeline.end(pipeline, servers, run);
        ISSUER.close();
        ANOTHER_ISSUER.close();
    }

    private static ServiceProcess of(Service service) {
        return switch (service) {
            case CDC -> pipeline.cdc();
            case DPU -> pipeline.dpu();
            case MONITOR -> monitor;
        };
    }

    private static Instant later() {
        return Instant.now().plusSeconds(300);
    }

    private static WireCall.Answer with(String token, WireCall call, Service service) {
        return call.with("Authorization", "Bearer " + token).to(of(service).address());
    }

    private static WireCall change(Service service) {
        return WireCall.post(CHANGES.get(service), "{}");
    }

    @ParameterizedTest
    @EnumSource
    void aViewersTokenReadsAndChangesNothing(Service service) {
        String token = ISSUER.token("vera", "viewer", AUDIENCE, later());

        assertThat(with(token, WireCall.get(STATUS), service).status()).isEqualTo(200);
        WireCall.Answer refused = with(token, change(service), service);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("role-missing");
    }

    /** The monitor passes the token on, so that the other service says the rest. */
    @ParameterizedTest
    @EnumSource
    void anOperatorsTokenChangesAndItIsWrittenDownUnderItsName(Service service) {
        String name = "otto-of-" + service.module();
        String token = ISSUER.token(name, "operator", AUDIENCE, later());

        WireCall.Answer answer = with(token, change(service), service);

        assertThat(with(token, WireCall.get(STATUS), service).status()).isEqualTo(200);
        if (service == Service.CDC) {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.json().path("message").asText()).startsWith("the capture has not failed");
        } else {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"asked\":0}");
            await().atMost(Duration.ofSeconds(5)).until(() -> hasLine(Service.DPU, name, "replay asked for 0"));
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> hasLine(service, name, "\"role\":\"operator\""));
    }

    private static boolean hasLine(Service service, String name, String words) {
        return of(service).child().lastLines(100_000).stream()
                .anyMatch(line ->
                        line.contains("AUDIT {") && line.contains("\"who\":\"" + name + "\"") && line.contains(words));
    }

    /** All would be an operator's. */
    static Stream<Arguments> noGood() {
        Map<String, String> tokens = Map.of(
                "expired",
                        ISSUER.token("otto", "operator", AUDIENCE, Instant.now().minusSeconds(120)),
                "for another audience", ISSUER.token("otto", "operator", "another", later()),
                "of another issuer", ANOTHER_ISSUER.token("otto", "operator", AUDIENCE, later()),
                "of another issuer by its word alone", ISSUER.tokenOf("http://127.0.0.1:1", "otto", AUDIENCE, later()),
                "with a key that the issuer does not name", ISSUER.unknown("otto", "operator", AUDIENCE, later()),
                "with another key under the issuer's name", ISSUER.forged("otto", "operator", AUDIENCE, later()),
                "without a signature", ISSUER.withoutSignature("otto", "operator", AUDIENCE, later()),
                "no token at all", "nothing");
        return Stream.of(Service.values()).flatMap(service -> tokens.entrySet().stream()
                .map(token -> Arguments.of(service, token.getKey(), token.getValue())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("noGood")
    void aTokenThatIsNoGoodReadsNothingAndChangesNothing(Service service, String what, String token) {
        for (WireCall call : List.of(WireCall.get(STATUS), change(service), WireCall.socket(SOCKET))) {
            WireCall.Answer answer = with(token, call, service);
            assertThat(answer.status()).as(what).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("wrong-password");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTokenWithoutARoleOfOursIsRefused(Service service) {
        String token = ISSUER.token("eve", "guest", AUDIENCE, later());

        assertThat(with(token, WireCall.get(STATUS), service).status()).isEqualTo(403);
        assertThat(with(token, change(service), service).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void whereAnIssuerIsNamedNobodyReadsWithoutAToken(Service service) {
        assertThat(WireCall.get(STATUS).to(of(service).address()).status()).isEqualTo(401);
        assertThat(change(service).to(of(service).address()).status()).isEqualTo(401);
    }

    @Test
    void theSocketOpensToAViewersTokenAlone() {
        String viewer = ISSUER.token("vera", "viewer", AUDIENCE, later());
        String guest = ISSUER.token("eve", "guest", AUDIENCE, later());

        assertThat(with(viewer, WireCall.socket(SOCKET), Service.MONITOR).status())
                .isEqualTo(101);
        assertThat(with(guest, WireCall.socket(SOCKET), Service.MONITOR).status())
                .isEqualTo(403);
        assertThat(WireCall.socket(SOCKET).to(monitor.address()).status()).isEqualTo(401);
    }
}
