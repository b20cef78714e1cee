package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.FreePort;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.Service;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator does about what stands still, on the page and over REST: what it comes to, and the line that it leaves. */
class OperatorActionsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROJECT = "acting";
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Longer than half the longest pause between two attempts, which is the shortest that a long pause can be. */
    private static final Duration LONG_PAUSE = Duration.ofMillis(4_500);

    private static RunDirectory run;
    private static FaultServers servers;
    private static FaultPipeline pipeline;
    private static ServiceProcess monitor;
    private static OverviewPage page;
    private static OverviewPage viewersPage;

    @BeforeAll
    static void start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(SOON.toMillis());
        run = RunDirectory.open();
        servers = FaultServers.start(run, EngineOptions.DEFAULT, EngineOptions.DEFAULT);
        servers.createSchemas(PROJECT);
        for (String name : List.of("note", "twin", "letter", "narrow", "hidden", "misfit")) {
            String sql = "CREATE TABLE " + name + " (id INT PRIMARY KEY AUTO_INCREMENT, text VARCHAR(40))";
            servers.source().execute(PROJECT, sql);
            servers.target().execute(FaultPipeline.targetSchema(PROJECT), sql);
        }
        String users = TestUsers.file(run).toString();
        pipeline = new FaultPipeline(run, servers, PROJECT, "ddl: apply", Map.of("DFS_USERS_FILE", users));
        monitor = ServiceProcess.start(
                Service.MONITOR,
                run,
                FaultPipeline.pipelineFile(run, PROJECT),
                Map.of(
                        "MONITOR_CDC_URL", pipeline.cdc().address(),
                        "MONITOR_DPU_URL", pipeline.dpu().address(),
                        "MONITOR_USER", TestUsers.VERA.user(),
                        "MONITOR_PASSWORD", TestUsers.VERA.password(),
                        "DFS_USERS_FILE", users,
                        "JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1"),
                FreePort.onLoopback(),
                Child.Ending.KILL);
        monitor.awaitReady();
        page = new OverviewPage(monitor.address(), TestUsers.OTTO);
        viewersPage = new OverviewPage(monitor.address(), TestUsers.VERA);
    }

    @AfterAll
    static void end() {
        for (OverviewPage open : new OverviewPage[] {page, viewersPage}) {
            if (open != null) {
                open.close();
            }
        }
        if (monitor != null) {
            monitor.kill();
        }
        FaultPipeline.end(pipeline, servers, run);
    }

    @BeforeEach
    void allIsWell() {
        page.show();
        page.awaitAllWell();
    }

    @Test
    void aStatementThatTheTargetRefusesIsPassedOnThePage() {
        pipeline.target("INSERT INTO twin (text) VALUES ('the same'), ('the same')");
        pipeline.source("ALTER TABLE twin ADD UNIQUE KEY one_text (text)");
        awaitLane(ErrorCode.SCHEMA_CHANGE_REFUSED);
        page.awaitNamed("dpu-service", "halted", ErrorCode.SCHEMA_CHANGE_REFUSED);
        page.assertButtons("dpu-service", "Try again now", "Pass this statement");
        viewersPage.awaitNamed("dpu-service", "halted", ErrorCode.SCHEMA_CHANGE_REFUSED);
        viewersPage.assertButtons("dpu-service", "Log in as an operator");
        page.keep(PICTURES.resolve("refused-statement.png"));
        viewersPage.keep(PICTURES.resolve("refused-statement-viewer.png"));
        JsonNode halted = haltedLane();
        String event = halted.path("haltedAt").asText();
        assertThat(halted.path("passable").path("statement").asText())
                .isEqualTo("ALTER TABLE twin ADD UNIQUE KEY one_text (text)");
        String notRun = halted.path("passable").path("onTarget").asText();
        assertThat(notRun).startsWith("ALTER TABLE `acting_copy`.`twin` ADD UNIQUE");

        page.press("dpu-service", "Pass this statement");
        page.assertAsked("dpu-service", notRun);
        page.keep(PICTURES.resolve("pass-question.png"));
        String call = "/api/v1/schema-changes/" + event.replace(":", "%3A") + "/pass";
        page.press("dpu-service", "Do it");
        await("it is taken, where it was refused since the lane was just trying the statement once more")
                .atMost(PATIENCE)
                .until(() -> {
                    boolean isTaken = !changes(pipeline.dpu(), call).isEmpty();
                    if (!isTaken && page.isRefused()) {
                        page.press("dpu-service", "Do it");
                    }
                    return isTaken;
                });

        page.awaitWell("dpu-service", PATIENCE);
        assertThat(pipeline.onTarget("SELECT COUNT(*) FROM information_schema.statistics"
                        + " WHERE table_schema = 'acting_copy' AND index_name = 'one_text'"))
                .containsExactly("0");
        assertChange(pipeline.dpu(), call, "halted before " + event, "passed");
        assertChange(monitor, call, "", "passed on to dpu-service");
        WireCall.Answer refused =
                TestUsers.OTTO.makes(WireCall.post(call, "")).to(pipeline.dpu().address());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("message").asText())
                .isEqualTo("no lane stands still before a statement of event " + event);
    }

    @Test
    void aHaltedLaneTriesAgainWhenItIsToldToAndGoesOnWhenItsCauseIsMended() {
        pipeline.target("ALTER TABLE misfit DROP text");
        pipeline.source("INSERT INTO misfit (text) VALUES ('a')");
        awaitLane(ErrorCode.TARGET_MISFIT);
        page.awaitNamed("dpu-service", "halted", ErrorCode.TARGET_MISFIT);
        page.assertButtons("dpu-service", "Try again now");
        JsonNode halted = haltedLane();
        assertThat(halted.path("passable").isNull()).isTrue();

        page.press("dpu-service", "Try again now");

        page.assertTold("Try again now: done.");
        String call = "/api/v1/lanes/" + halted.path("lane").asInt() + "/resume";
        assertChange(pipeline.dpu(), call, "halted, target-misfit", "tries again at once");
        assertChange(monitor, call, "", "passed on to dpu-service");
        assertThat(haltedLane().path("since")).isEqualTo(halted.path("since"));

        pipeline.target("ALTER TABLE misfit ADD text VARCHAR(40)");
        page.press("dpu-service", "Try again now");
        page.awaitWell("dpu-service", SOON);
        assertThat(pipeline.onTarget("SELECT text FROM misfit")).containsExactly("a");
        WireCall.Answer refused =
                TestUsers.OTTO.makes(WireCall.post(call, "")).to(pipeline.dpu().address());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("message").asText())
                .isEqualTo("lane " + halted.path("lane").asInt() + " has nothing to try again, its state is running");
        assertThat(TestUsers.OTTO
                        .makes(WireCall.post("/api/v1/lanes/99/resume", ""))
                        .to(pipeline.dpu().address())
                        .status())
                .isEqualTo(404);
    }

    /** Its next attempt by itself would be seconds later. */
    @Test
    void aLaneThatPausesBeforeItsNextAttemptMakesItAtOnceWhenItIsToldTo() {
        pipeline.source("INSERT INTO note (text) VALUES ('early')");
        pipeline.awaitOnTarget("SELECT text FROM note", "early");
        servers.target().execute("", "SET GLOBAL read_only = ON");
        try {
            pipeline.source("INSERT INTO note (text) VALUES ('late')");
            awaitLane(ErrorCode.TARGET_READ_ONLY);
            page.awaitNamed("dpu-service", "waiting", ErrorCode.TARGET_READ_ONLY);
            page.assertButtons("dpu-service", "Try again now");
            awaitLongPause();
        } finally {
            servers.target().execute("", "SET GLOBAL read_only = OFF");
        }

        page.press("dpu-service", "Try again now");

        await().atMost(Duration.ofSeconds(3)).until(() -> pipeline.onTarget("SELECT text FROM note ORDER BY id")
                .equals(List.of("early", "late")));
        page.awaitWell("dpu-service", PATIENCE);
    }

    /** Returns at the beginning of a pause that is certainly a long one. */
    private static void awaitLongPause() {
        Instant[] tries = {triedAt(), triedAt()};
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            Instant now = triedAt();
            if (now.equals(tries[1])) {
                return false;
            }
            tries[0] = tries[1];
            tries[1] = now;
            return Duration.between(tries[0], tries[1]).compareTo(LONG_PAUSE) > 0;
        });
    }

    private static Instant triedAt() {
        return Instant.parse(lane("retrying").path("triedAt").asText());
    }

    @Test
    void deadLettersThatComeFirstAreReachedFromTheOverviewAndDismissed() {
        pipeline.target("ALTER TABLE letter MODIFY text VARCHAR(5)");
        pipeline.source("INSERT INTO letter (text) VALUES ('too long for it')");
        String id = deadLetter("letter").path("id").asText();
        pipeline.source("RENAME TABLE letter TO letters");
        awaitLane(ErrorCode.LETTERS_FIRST);
        page.awaitNamed("dpu-service", "halted", ErrorCode.LETTERS_FIRST);
        page.assertButtons("dpu-service", "Try again now", "Replay dead letters");
        page.keep(PICTURES.resolve("letters-first.png"));

        page.follow("Look at the dead letters");
        page.dismissTheOnlyLetter();

        page.show();
        page.awaitWell("dpu-service", PATIENCE);
        String call = "/api/v1/dead-letters/" + id.replace(":", "%3A") + "/dismiss";
        assertChange(pipeline.dpu(), call, "dead", "dismiss asked for");
        assertChange(monitor, call, "", "passed on to dpu-service");
        assertThat(pipeline.onTarget("SELECT COUNT(*) FROM letters")).containsExactly("0");
    }

    @Test
    void deadLettersAreReplayedAllAndOneWithOtherValues() {
        pipeline.target("ALTER TABLE narrow MODIFY text VARCHAR(5)");
        pipeline.source("INSERT INTO narrow (text) VALUES ('too long for it')");
        JsonNode letter = deadLetter("narrow");

        assertThat(operators(pipeline.dpu(), "/api/v1/dead-letters/replay", "").body())
                .isEqualTo("{\"asked\":1}");
        assertChange(pipeline.dpu(), "/api/v1/dead-letters/replay", "dead", "replay asked for 1");
        await().atMost(PATIENCE)
                .until(() -> deadLetter("narrow").path("attempts").asInt()
                        > letter.path("attempts").asInt());

        String call = "/api/v1/dead-letters/" + letter.path("id").asText().replace(":", "%3A") + "/replay";
        operators(pipeline.dpu(), call, "{\"values\":{\"text\":\"fits\"}}");

        assertChange(pipeline.dpu(), call, "dead", "replay asked for, with other values");
        pipeline.awaitOnTarget("SELECT text FROM narrow", "fits");
    }

    @Test
    void aSkipThatTheServiceRefusesIsToldInItsOwnWordsAndOneThatItTakesLeadsOn() {
        pipeline.source(
                "SET sql_log_bin = 0",
                "ALTER TABLE hidden ADD extra INT",
                "SET sql_log_bin = 1",
                "INSERT INTO hidden (text, extra) VALUES ('a', 1)");
        awaitCapture(ErrorCode.DEFINITION_UNPROVEN);
        page.awaitNamed("cdc-service", "failed", ErrorCode.DEFINITION_UNPROVEN);
        page.assertButtons("cdc-service", "Resume", "Skip");
        viewersPage.assertButtons("cdc-service", "Log in as an operator");
        page.press("cdc-service", "Skip");
        page.fill("cdc-service", "This is no statement");
        page.keep(PICTURES.resolve("skip-question.png"));
        page.press("cdc-service", "Do it");

        page.assertRefused("Skip: the definition that came with the skip cannot be read: ");
        page.keep(PICTURES.resolve("refused-skip.png"));
        String place = status(pipeline.cdc())
                .path("capture")
                .path("stoppedAt")
                .path("place")
                .asText();
        page.fill("cdc-service", "");
        page.press("cdc-service", "Do it");

        page.awaitWell("cdc-service", PATIENCE);
        assertChange(pipeline.cdc(), "/api/v1/capture/skip", "stopped at " + place, "skipped, STARTING");
        assertChange(monitor, "/api/v1/capture/skip", "", "passed on to cdc-service");
    }

    @Test
    void aFailedCaptureIsResumed() {
        pipeline.source("SET binlog_format = STATEMENT", "UPDATE note SET text = 'by statement' WHERE id = 0");
        awaitCapture(ErrorCode.SOURCE_STATEMENT);
        page.awaitNamed("cdc-service", "failed", ErrorCode.SOURCE_STATEMENT);
        String since = captureSince();

        page.press("cdc-service", "Resume");

        assertChange(pipeline.cdc(), "/api/v1/capture/resume", "FAILED", "STARTING");
        assertChange(monitor, "/api/v1/capture/resume", "", "passed on to cdc-service");
        await("it meets the same place again")
                .atMost(PATIENCE)
                .until(() -> status(pipeline.cdc())
                                .path("capture")
                                .path("state")
                                .asText()
                                .equals("FAILED")
                        && !captureSince().equals(since));
        awaitCapture(ErrorCode.SOURCE_STATEMENT);
        page.awaitNamed("cdc-service", "failed", ErrorCode.SOURCE_STATEMENT);
        page.press("cdc-service", "Skip");
        page.assertAsked("cdc-service", "UPDATE note SET text = 'by statement' WHERE id = 0");
        page.press("cdc-service", "Do it");
        page.awaitWell("cdc-service", PATIENCE);
    }

    private static String captureSince() {
        return status(pipeline.cdc()).path("capture").path("since").asText();
    }

    @Test
    void aSnapshotAndAnImportSayWhatTheyChange() {
        operators(pipeline.cdc(), "/api/v1/capture/snapshots", "{\"tables\":[\"note\"]}");
        assertChange(pipeline.cdc(), "/api/v1/capture/snapshots", "", "snapshot asked for note");

        pipeline.target("INSERT INTO twin (id, text) VALUES (5000, 'moved earlier')");
        TestUsers.OTTO
                .makes(WireCall.post(
                        "/api/v1/relationships/import", "source_table,old_key,new_key\nacting.twin,900,5000\n"))
                .with("Content-Type", "text/csv")
                .to(pipeline.dpu().address());
        assertChange(
                pipeline.dpu(), "/api/v1/relationships/import", "0 of 1 lines were there", "1 imported, 0 are bad");
    }

    private static WireCall.Answer operators(ServiceProcess service, String path, String json) {
        WireCall.Answer answer = TestUsers.OTTO.makes(WireCall.post(path, json)).to(service.address());
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return answer;
    }

    private static JsonNode status(ServiceProcess service) {
        return TestUsers.VERA
                .makes(WireCall.get("/api/v1/status"))
                .to(service.address())
                .json();
    }

    /** Waits until the service itself says that a lane is in this trouble; the page has its own, shorter time from then on. */
    private static void awaitLane(ErrorCode code) {
        await(code.word()).atMost(PATIENCE).until(() -> status(pipeline.dpu())
                .path("lanes")
                .findValuesAsText("errorCode")
                .contains(code.word()));
    }

    private static void awaitCapture(ErrorCode code) {
        await(code.word()).atMost(PATIENCE).until(() -> status(pipeline.cdc())
                .path("capture")
                .path("errorCode")
                .asText()
                .equals(code.word()));
    }

    private static JsonNode haltedLane() {
        return lane("halted");
    }

    private static JsonNode lane(String state) {
        return StreamSupport.stream(status(pipeline.dpu()).path("lanes").spliterator(), false)
                .filter(lane -> lane.path("state").asText().equals(state))
                .findFirst()
                .orElseThrow();
    }

    /** The one of a table that is dead, when it is, and nothing is asked for. */
    private static JsonNode deadLetter(String table) {
        JsonNode[] found = new JsonNode[1];
        await().atMost(PATIENCE).until(() -> {
            JsonNode letters = TestUsers.VERA
                    .makes(WireCall.get("/api/v1/dead-letters"))
                    .to(pipeline.dpu().address())
                    .json();
            for (JsonNode letter : letters) {
                if (letter.path("table").asText().equals(table)
                        && letter.path("asked").isNull()) {
                    found[0] = letter;
                }
            }
            return found[0] != null;
        });
        return found[0];
    }

    /** The last call of the operator to a path has left a line with exactly this. */
    private static void assertChange(ServiceProcess service, String path, String before, String after) {
        await().atMost(SOON).untilAsserted(() -> assertThat(changes(service, path))
                .as(path + " of " + service.child().name())
                .last()
                .isEqualTo(new Change("operator", before, after)));
    }

    private record Change(String role, String before, String after) {}

    private static List<Change> changes(ServiceProcess service, String path) {
        return service.child().lastLines(100_000).stream()
                .filter(line -> line.contains("AUDIT {"))
                .map(line -> json(line.substring(line.indexOf("AUDIT {") + "AUDIT ".length())))
                .filter(line -> line.path("who").asText().equals("otto")
                        && line.path("call").asText().equals("POST " + path)
                        && line.has("before"))
                .map(line -> new Change(
                        line.path("role").asText(),
                        line.path("before").asText(),
                        line.path("after").asText()))
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
