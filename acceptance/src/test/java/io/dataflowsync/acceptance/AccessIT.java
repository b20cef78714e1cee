package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.FreePort;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.Service;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may call what, on all three services: with a file of users, and where nobody is set up. */
class AccessIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATUS = "/api/v1/status";
    private static final String REPLAY = "/api/v1/dead-letters/replay";
    private static final String WRONG = "a wrong one";
    private static final Map<String, String> PASSWORDS = Map.of(
            "vera",
            "of the viewer",
            "otto",
            "of the operator",
            "late",
            "of one who comes late",
            "mona",
            "of the monitor");

    private static final Pattern LOG_LINE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3} (ERROR|WARN |INFO ) \\[[^] ]+] .*");

    private static final AtomicInteger MONITORS = new AtomicInteger();

    private static RunDirectory run;
    private static FaultServers servers;
    private static FaultPipeline pipeline;
    private static FaultPipeline open;
    private static ServiceProcess monitor;
    private static ServiceProcess openMonitor;

    @BeforeAll
    static void start() throws Exception {
        run = RunDirectory.open();
        servers = FaultServers.start(run, EngineOptions.DEFAULT, EngineOptions.DEFAULT);
        Map<String, String> locked = Map.of(
                "QUARKUS_HTTP_HOST", "0.0.0.0",
                "DFS_USERS_FILE", usersFile().toString(),
                "DFS_ALLOWED_HOSTS", "dfs.example, other.example");
        pipeline = pipeline("locked", locked);
        monitor = monitor("locked", pipeline, locked);
        Map<String, String> nothing = Map.of("QUARKUS_HTTP_HOST", "0.0.0.0");
        open = pipeline("unlocked", nothing);
        openMonitor = monitor("unlocked", open, nothing);
    }

    @AfterAll
    static void end() {
        for (ServiceProcess process : new ServiceProcess[] {monitor, openMonitor}) {
            if (process != null) {
                process.kill();
            }
        }
        if (open != null) {
            open.close();
        }
        FaultPipeline.end(pipeline, servers, run);
    }

    private static FaultPipeline pipeline(String project, Map<String, String> environment) {
        servers.createSchemas(project);
        FaultPipeline.lastRow(servers, project);
        return new FaultPipeline(run, servers, project, "", environment);
    }

    private static ServiceProcess monitor(String project, FaultPipeline services, Map<String, String> environment) {
        Map<String, String> settings = new HashMap<>(environment);
        settings.put("MONITOR_CDC_URL", services.cdc().address());
        settings.put("MONITOR_DPU_URL", services.dpu().address());
        settings.put("MONITOR_USER", "mona");
        settings.put("MONITOR_PASSWORD", PASSWORDS.get("mona"));
        settings.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
        ServiceProcess process = ServiceProcess.start(
                Service.MONITOR,
                project + "-monitor" + MONITORS.incrementAndGet(),
                run,
                FaultPipeline.pipelineFile(run, project),
                settings,
                FreePort.onLoopback(),
                Child.Ending.KILL);
        process.awaitReady();
        return process;
    }

    /** As the command makes it, with the passwords from its standard input. */
    private static Path usersFile() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>(List.of("# who may call the services"));
        for (Map.Entry<String, String> user : PASSWORDS.entrySet()) {
            String role = user.getKey().equals("otto") ? "operator" : "viewer";
            lines.add(line(user.getKey(), role, user.getValue()));
        }
        return Files.write(run.path().resolve("users"), lines);
    }

    static String line(String name, String role, String password) throws IOException, InterruptedException {
        String classes = Service.DPU.jar().resolveSibling("lib").resolve("*").toString();
        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes,
                        "io.dataflowsync.servicekit.access.UserCommand",
                        name,
                        role)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        command.getOutputStream().write((password + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        command.getOutputStream().close();
        String line = new String(command.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(command.waitFor()).isZero();
        assertThat(line).startsWith(name + ":" + role + ":$2a$12$").doesNotContain(password);
        return line.strip();
    }

    private static ServiceProcess of(Service service) {
        return switch (service) {
            case CDC -> pipeline.cdc();
            case DPU -> pipeline.dpu();
            case MONITOR -> monitor;
        };
    }

    private static ServiceProcess openOne(Service service) {
        return switch (service) {
            case CDC -> open.cdc();
            case DPU -> open.dpu();
            case MONITOR -> openMonitor;
        };
    }

    private static String at(Service service) {
        return of(service).address();
    }

    /** A call that changes something, where there is something to change. */
    private static String change(Service service) {
        return service == Service.CDC ? "/api/v1/capture/resume" : REPLAY;
    }

    private static int changed(Service service) {
        return service == Service.CDC ? 409 : 200;
    }

    private static WireCall asViewer(WireCall call) {
        return call.as("vera", PASSWORDS.get("vera"));
    }

    private static WireCall asOperator(WireCall call) {
        return call.as("otto", PASSWORDS.get("otto"));
    }

    @ParameterizedTest
    @EnumSource
    void aViewerReadsAndChangesNothing(Service service) {
        assertThat(asViewer(WireCall.get(STATUS)).to(at(service)).status()).isEqualTo(200);
        assertThat(asViewer(WireCall.get(STATUS)).fromElsewhereTo(at(service)).status())
                .isEqualTo(200);

        WireCall.Answer refused = asViewer(WireCall.post(change(service), "{}")).to(at(service));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body())
                .isEqualTo("{\"code\":\"role-missing\",\"message\":\"this call needs the role operator\","
                        + "\"remedy\":\"Sign in as a user with the role that the message names.\","
                        + "\"where\":\"POST " + change(service) + "\"}");
    }

    @ParameterizedTest
    @EnumSource
    void anOperatorChangesAndItIsWrittenDownOnce(Service service) throws IOException {
        long before = audit(service, "\"who\":\"otto\"").size();

        WireCall.Answer answer =
                asOperator(WireCall.post(change(service), "{}")).fromElsewhereTo(at(service));

        assertThat(answer.status()).as(answer.body()).isEqualTo(changed(service));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> audit(service, "\"who\":\"otto\"").size() == before + 1);
        List<String> lines = audit(service, "\"who\":\"otto\"");
        JsonNode line = JSON.readTree(lines.get(lines.size() - 1));
        assertThat(line.path("at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
        assertThat(line.path("role").asText()).isEqualTo("operator");
        assertThat(line.path("from").asText()).isNotEqualTo("127.0.0.1");
        assertThat(line.path("call").asText()).isEqualTo("POST " + change(service));
        assertThat(line.path("answer").asInt()).isEqualTo(changed(service));
        assertThat(line.path("after").asText())
                .isEqualTo(Map.of(
                                Service.CDC, "",
                                Service.DPU, "replay asked for 0",
                                Service.MONITOR, "passed on to dpu-service")
                        .get(service));
    }

    @ParameterizedTest
    @EnumSource
    void aBodyThatIsTooLargeIsAnsweredInTheFormOfErrors(Service service) {
        WireCall.Answer answer = asOperator(WireCall.of("PUT", change(service))
                        .with("Content-Type", "application/json")
                        .with("Content-Length", String.valueOf(5L << 30)))
                .to(at(service));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("too-large");
        assertThat(answer.json().path("message").asText()).matches("the body is larger than \\d+ bytes");
    }

    @ParameterizedTest
    @EnumSource
    void whoeverDoesNotSignInReadsNothing(Service service) {
        for (String path : List.of(
                STATUS, "/q/openapi", "/q/metrics", "/", "/api/v1/nothing", "/q/health/../metrics", "/ws/monitor")) {
            for (WireCall.Answer answer : List.of(
                    WireCall.get(path).to(at(service)), WireCall.get(path).fromElsewhereTo(at(service)))) {
                assertThat(answer.status()).as(path).isEqualTo(401);
                assertThat(answer.code()).isEqualTo("sign-in-required");
                assertThat(answer.headers())
                        .containsEntry("www-authenticate", "Basic realm=\"dataflowsync\", charset=\"UTF-8\"");
            }
        }
        for (String path : List.of("/q/health", "/q/health/live", "/q/health/ready", "/q/health/started")) {
            WireCall.Answer answer = WireCall.get(path).fromElsewhereTo(at(service));
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("lastError");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoeverDoesNotSignInChangesNothingAndItIsWrittenDown(Service service) {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECTED")) {
            assertThat(WireCall.of(method, "/q/health").to(at(service)).status())
                    .as(method)
                    .isEqualTo(401);
        }
        int before = audit(service, "sign-in-required").size();

        assertThat(WireCall.post(change(service), "{}").to(at(service)).code()).isEqualTo("sign-in-required");

        assertThat(audit(service, "sign-in-required"))
                .hasSize(before + 1)
                .last()
                .asString()
                .contains("\"who\":\"-\",\"from\":\"127.0.0.1\",\"call\":\"POST " + change(service)
                        + "\",\"answer\":401,\"refused\":\"sign-in-required\"}");
    }

    @ParameterizedTest
    @EnumSource
    void aPageOfAnotherSiteActsForNobody(Service service) {
        List<WireCall> foreign = List.of(
                operatorsChange(service).with("Origin", "http://evil.example"),
                operatorsChange(service).with("Origin", "null"),
                operatorsChange(service).with("Sec-Fetch-Site", "cross-site"),
                operatorsChange(service).with("Sec-Fetch-Site", "same-site"),
                operatorsChange(service).with("Sec-Fetch-Site", "none"),
                operatorsChange(service).with("Origin", "http://evil.example").with("X-DFS-Ticket", "1-guess"),
                asViewer(WireCall.get(STATUS))
                        .with("Sec-Fetch-Site", "cross-site")
                        .with("Sec-Fetch-Mode", "no-cors"));

        for (WireCall call : foreign) {
            WireCall.Answer answer = call.to(at(service));
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("cross-site");
        }
        assertThat(operatorsChange(service)
                        .with("Origin", at(service))
                        .to(at(service))
                        .status())
                .isEqualTo(changed(service));
        assertThat(operatorsChange(service)
                        .with("Sec-Fetch-Site", "same-origin")
                        .to(at(service))
                        .status())
                .isEqualTo(changed(service));
    }

    private static WireCall operatorsChange(Service service) {
        return asOperator(WireCall.post(change(service), "{}"));
    }

    @ParameterizedTest
    @CsvSource({
        "CDC, text/plain", "CDC, application/x-www-form-urlencoded", "CDC, multipart/form-data; boundary=x", "CDC,",
        "DPU, text/plain", "DPU, application/x-www-form-urlencoded", "DPU, multipart/form-data; boundary=x", "DPU,",
        "MONITOR, text/plain", "MONITOR, application/x-www-form-urlencoded", "MONITOR, multipart/form-data; boundary=x",
                "MONITOR,"
    })
    void whatAFormCanSendChangesNothing(Service service, String type) {
        WireCall call = operatorsChange(service).without("Content-Type");

        WireCall.Answer answer = (type == null ? call : call.with("Content-Type", type)).to(at(service));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("wrong-content-type");
    }

    @ParameterizedTest
    @EnumSource
    void aServiceIsCalledByItsOwnNamesAlone(Service service) {
        for (String name :
                List.of("evil.example", "localhost.evil.example", "dfs.example.evil.example", "1.2.3.4.example")) {
            WireCall.Answer answer =
                    asViewer(WireCall.get(STATUS)).with("Host", name).to(at(service));
            assertThat(answer.status()).as(name).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("wrong-host");
        }
        for (String name :
                List.of("dfs.example", "DFS.example:1", "other.example", "localhost:8080", "[::1]:1", "10.1.2.3")) {
            assertThat(asViewer(WireCall.get(STATUS))
                            .with("Host", name)
                            .to(at(service))
                            .status())
                    .as(name)
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyAnswerHasTheHeadersThatKeepItToItself(Service service) {
        for (WireCall.Answer answer : List.of(
                asViewer(WireCall.get(STATUS)).to(at(service)),
                asViewer(WireCall.get("/api/v1/nothing")).to(at(service)),
                WireCall.get(STATUS).to(at(service)),
                WireCall.get("/q/health/live").to(at(service)),
                asViewer(WireCall.get("/q/openapi")).to(at(service)))) {
            assertThat(answer.headers())
                    .containsEntry(
                            "content-security-policy",
                            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("x-frame-options", "DENY")
                    .containsEntry("referrer-policy", "no-referrer")
                    .containsEntry("cross-origin-resource-policy", "same-origin")
                    .containsEntry("cache-control", "no-store");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyErrorHasOneForm(Service service) {
        WireCall.Answer absent = asOperator(WireCall.get("/api/v1/nothing")).to(at(service));
        assertThat(absent.status()).isEqualTo(404);
        assertThat(absent.code()).isEqualTo("not-found");
        WireCall.Answer method = asOperator(WireCall.of("DELETE", STATUS)).to(at(service));
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.code()).isEqualTo("method-not-allowed");
        String wrong =
                service == Service.CDC ? "/api/v1/capture/skip" : "/api/v1/dead-letters/mysql-bin.1%3A4%3A0/replay";
        WireCall.Answer unread = asOperator(WireCall.post(wrong, "{\"place\"")).to(at(service));
        assertThat(unread.status()).as(unread.body()).isEqualTo(400);
        assertThat(unread.code()).isEqualTo("bad-request");
        for (WireCall.Answer answer : List.of(absent, method, unread)) {
            assertThat(answer.json().fieldNames()).toIterable().containsExactly("code", "message", "remedy", "where");
            assertThat(answer.headers().get("content-type")).startsWith("application/json");
        }
    }

    /** Paths and methods that no call of a service is meant for. */
    @ParameterizedTest
    @CsvSource({
        "CDC, GET, /nothing",
        "CDC, GET, /q/nothing",
        "DPU, GET, /nothing",
        "DPU, GET, /q/nothing",
        "MONITOR, GET, /nothing",
        "MONITOR, GET, /static/nothing",
        "MONITOR, GET, /q/nothing",
        "MONITOR, POST, /"
    })
    void whatNoCallIsMeantForIsRefusedInTheForm(Service service, String method, String path) {
        WireCall.Answer answer = asOperator(WireCall.of(method, path)).to(at(service));

        assertThat(answer.status()).as(answer.body()).isEqualTo(404);
        assertThat(answer.json().fieldNames()).toIterable().containsExactly("code", "message", "remedy", "where");
        assertThat(answer.headers()).containsEntry("x-content-type-options", "nosniff");
        assertThat(answer.headers().get("content-type")).startsWith("application/json");
    }

    @ParameterizedTest
    @EnumSource
    void anotherTypeThanACallGivesIsRefusedInTheForm(Service service) {
        WireCall.Answer answer =
                asViewer(WireCall.get(STATUS).with("Accept", "image/png")).to(at(service));

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.code()).isEqualTo("not-acceptable");
    }

    @ParameterizedTest
    @EnumSource
    void wrongPasswordsAreSlowedDownAndTheRightOneIsNotLockedOut(Service service) {
        assertThat(asOperator(WireCall.get(STATUS)).fromElsewhereTo(at(service)).status())
                .isEqualTo(200);

        List<WireCall.Answer> answers = IntStream.range(0, 30)
                .mapToObj(i -> WireCall.get(STATUS).as("late", WRONG + i).fromElsewhereTo(at(service)))
                .toList();

        assertThat(answers.get(0).code()).isEqualTo("wrong-password");
        assertThat(answers.stream().filter(answer -> answer.status() == 401)).hasSizeLessThan(12);
        WireCall.Answer last = answers.stream()
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(last.code()).isEqualTo("sign-in-slowed");
        assertThat(Integer.parseInt(last.headers().get("retry-after"))).isBetween(1, 30);
        assertThat(asOperator(WireCall.get(STATUS)).fromElsewhereTo(at(service)).status())
                .as("who has signed in from there before")
                .isEqualTo(200);
        assertThat(asViewer(WireCall.get(STATUS)).to(at(service)).status())
                .as("who is elsewhere")
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> WireCall.get(STATUS)
                                .as("late", PASSWORDS.get("late"))
                                .fromElsewhereTo(at(service))
                                .status()
                        == 200);
        assertThat(audit(service, "\"who\":\"late\"")).isNotEmpty().allMatch(line -> line.contains("wrong-password"));
    }

    @ParameterizedTest
    @EnumSource
    void whereNobodyIsSetUpThisHostReadsAndNobodyChangesAnything(Service service) {
        String address = openOne(service).address();

        assertThat(WireCall.get(STATUS).to(address).status()).isEqualTo(200);
        assertThat(WireCall.get(STATUS).fromElsewhereTo(address).status()).isEqualTo(401);
        assertThat(WireCall.get(STATUS)
                        .with("X-Forwarded-For", "10.1.2.3")
                        .to(address)
                        .status())
                .isEqualTo(401);
        assertThat(WireCall.get("/q/health/ready").fromElsewhereTo(address).status())
                .isEqualTo(200);
        for (WireCall call : List.of(
                WireCall.post(change(service), "{}"),
                WireCall.post(change(service), "{}").as("admin", ""))) {
            WireCall.Answer answer = call.to(address);
            assertThat(answer.status()).isEqualTo(401);
        }
        assertThat(WireCall.post(change(service), "{}")
                        .to(address)
                        .json()
                        .path("message")
                        .asText())
                .isEqualTo("this call needs a user with the role operator, and no user is set up who could sign in");
    }

    @ParameterizedTest
    @EnumSource
    void everyPathNeedsTheRoleThatTheDocumentationSays(Service service) throws IOException {
        Set<String> documented = documented(service);
        Set<String> found = new TreeSet<>();
        JsonNode paths = asViewer(WireCall.get("/q/openapi").with("Accept", "application/json"))
                .to(at(service))
                .json()
                .path("paths");
        paths.fields().forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(method -> {
            String name = method.toUpperCase(java.util.Locale.ROOT);
            String concrete = path.getKey().replaceAll("\\{[^}]*}", "x");
            found.add("| `" + name + " " + path.getKey() + "` | " + role(service, name, concrete) + " |");
        }));

        assertThat(found).isNotEmpty().isEqualTo(documented);
    }

    /** The least role with which a call is not refused. */
    private static String role(Service service, String method, String path) {
        int nobody = WireCall.of(method, path).fromElsewhereTo(at(service)).status();
        int viewer = asViewer(WireCall.of(method, path)).to(at(service)).status();
        assertThat(nobody).as(method + " " + path).isEqualTo(401);
        return viewer == 403 ? "operator" : "viewer";
    }

    private static Set<String> documented(Service service) throws IOException {
        String text = Files.readString(Path.of("..", "docs", "security.md"));
        String section = text.substring(text.indexOf("### " + service.module()));
        int next = section.indexOf("\n#", 1);
        return new TreeSet<>(section.substring(0, next < 0 ? section.length() : next)
                .lines()
                .filter(line -> line.startsWith("| `") && line.contains("/api/"))
                .toList());
    }

    @Test
    void theSocketNeedsWhatTheLogsNeed() {
        String address = monitor.address();

        assertThat(WireCall.socket("/ws/monitor").to(address).status()).isEqualTo(401);
        assertThat(WireCall.socket("/ws/monitor").fromElsewhereTo(address).status())
                .isEqualTo(401);
        assertThat(WireCall.socket("/ws/monitor?ticket=1-guess").to(address).status())
                .isEqualTo(401);
        assertThat(asViewer(WireCall.socket("/ws/monitor"))
                        .fromElsewhereTo(address)
                        .status())
                .isEqualTo(101);
        assertThat(WireCall.socket("/ws/monitor?ticket=" + ticket(address))
                        .fromElsewhereTo(address)
                        .status())
                .isEqualTo(101);
        for (WireCall foreign : List.of(
                asViewer(WireCall.socket("/ws/monitor")).with("Origin", "http://evil.example"),
                asViewer(WireCall.socket("/ws/monitor")).with("Sec-Fetch-Site", "cross-site"),
                asViewer(WireCall.socket("/ws/monitor"))
                        .with("Host", "evil.example")
                        .with("Origin", "http://evil.example"))) {
            assertThat(foreign.to(address).status()).isEqualTo(403);
        }
        assertThat(WireCall.socket("/ws/monitor")
                        .fromElsewhereTo(openMonitor.address())
                        .status())
                .isEqualTo(401);
        assertThat(WireCall.socket("/ws/monitor").to(openMonitor.address()).status())
                .isEqualTo(101);
    }

    private static String ticket(String address) {
        return asViewer(WireCall.get("/api/v1/ticket"))
                .to(address)
                .json()
                .path("ticket")
                .asText();
    }

    @Test
    void aTicketIsNoUser() {
        String ticket = ticket(monitor.address());

        assertThat(WireCall.get("/api/v1/cdc-log?ticket=" + ticket)
                        .to(monitor.address())
                        .status())
                .isEqualTo(401);
        assertThat(WireCall.post("/api/v1/dead-letters/replay", "{}")
                        .with("X-DFS-Ticket", ticket)
                        .to(monitor.address())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void theMonitorLooksAtTheOtherServicesAsItsOwnViewer() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(asViewer(WireCall.get(STATUS))
                        .to(monitor.address())
                        .json()
                        .path("stations"))
                .allMatch(station ->
                        Set.of("ok", "working").contains(station.path("state").asText())));
    }

    private static int withToken(WireCall call, String token, ServiceProcess service) {
        return call.with("Authorization", "Bearer " + token)
                .to(service.address())
                .status();
    }

    @ParameterizedTest
    @EnumSource
    void aTokenIsNothingWhereNoIssuerIsNamed(Service service) {
        assertThat(withToken(WireCall.get(STATUS), "a.b.c", of(service))).isEqualTo(401);
        assertThat(withToken(WireCall.post(change(service), "{}"), "a.b.c", of(service)))
                .isEqualTo(401);
    }

    @Test
    void aUserWhoIsTakenOutOfTheFileIsOutAtOnce() throws IOException, InterruptedException {
        Path file = run.path().resolve("users");
        List<String> before = Files.readAllLines(file);
        List<String> more = new ArrayList<>(before);
        more.add(line("guest", "viewer", "of a guest"));
        Files.write(file, more);
        await().atMost(Duration.ofSeconds(10)).until(() -> isGuest() == 200);

        Files.write(file, before);

        await().atMost(Duration.ofSeconds(10)).until(() -> isGuest() != 200);
    }

    private static int isGuest() {
        return WireCall.get(STATUS)
                .as("guest", "of a guest")
                .to(pipeline.dpu().address())
                .status();
    }

    @Test
    void noPasswordIsInALog() {
        for (Service service : Service.values()) {
            asOperator(WireCall.post(change(service), "{}")).to(at(service));
            WireCall.post(change(service), "{}").as("otto", WRONG).to(at(service));
            assertThat(of(service).child().lastLines(100_000))
                    .noneMatch(line -> line.contains(WRONG)
                            || PASSWORDS.values().stream().anyMatch(line::contains)
                            || line.contains("$2a$"));
        }
    }

    /** So that the logs of all three can be read as one. */
    @ParameterizedTest
    @EnumSource
    void everyLineOfALogHasOneForm(Service service) {
        assertThat(of(service).child().lastLines(100_000))
                .isNotEmpty()
                .filteredOn(line -> !line.isEmpty() && !line.matches("(Picked up JAVA_TOOL_OPTIONS|\\t|Caused by: ).*"))
                .allMatch(line -> LOG_LINE.matcher(line).matches());
    }

    /** The JSON of the lines of the audit with these words. */
    private static List<String> audit(Service service, String words) {
        return of(service).child().lastLines(100_000).stream()
                .filter(line -> line.contains("AUDIT {") && line.contains(words))
                .map(line -> line.substring(line.indexOf("AUDIT {") + "AUDIT ".length()))
                .toList();
    }
}
