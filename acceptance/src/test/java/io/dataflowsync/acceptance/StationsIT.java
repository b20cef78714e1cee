package io.dataflowsync.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.FreePort;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.Service;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is killed or frozen, and whatever stands still: the overview names it within seconds, and is well again after it. */
class StationsIT {
    private static final String PROJECT = "watched";
    private static final String PASSWORD = "of-the-operator";
    private static final Path PICTURES = Path.of("target", "screenshots");

    private static RunDirectory run;
    private static FaultServers servers;
    private static FaultPipeline pipeline;
    private static ServiceProcess monitor;
    private static OverviewPage page;
    private static int rows;

    @BeforeAll
    static void start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(10_000);
        run = RunDirectory.open();
        servers = FaultServers.start(run, EngineOptions.DEFAULT, EngineOptions.DEFAULT);
        servers.createSchemas(PROJECT);
        String table = "CREATE TABLE note (id INT PRIMARY KEY AUTO_INCREMENT, text VARCHAR(40))";
        servers.source().execute(PROJECT, table);
        servers.target().execute(FaultPipeline.targetSchema(PROJECT), table);
        pipeline = new FaultPipeline(run, servers, PROJECT, "", Map.of("DFS_ADMIN_PASSWORD", PASSWORD));
        monitor = ServiceProcess.start(
                Service.MONITOR,
                run,
                FaultPipeline.pipelineFile(run, PROJECT),
                Map.of(
                        "MONITOR_CDC_URL",
                        pipeline.cdc().address(),
                        "MONITOR_DPU_URL",
                        pipeline.dpu().address(),
                        "DFS_ADMIN_PASSWORD",
                        PASSWORD,
                        "JAVA_TOOL_OPTIONS",
                        "-XX:TieredStopAtLevel=1"),
                FreePort.onLoopback(),
                Child.Ending.KILL);
        monitor.awaitReady();
        page = new OverviewPage(monitor.address());
    }

    @AfterAll
    static void end() {
        if (page != null) {
            page.close();
        }
        if (monitor != null) {
            monitor.kill();
        }
        FaultPipeline.end(pipeline, servers, run);
    }

    /** All is well before: the one before has recovered, and rows flow. */
    @BeforeEach
    void flows() {
        rows++;
        pipeline.source("INSERT INTO note (text) VALUES ('row " + rows + "')");
        pipeline.awaitOnTarget("SELECT COUNT(*) FROM note", String.valueOf(rows));
        page.awaitAllWell();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "source, SOURCE_AWAY",
        "kafka, BROKER_AWAY",
        "mariadb, LOG_AWAY",
        "target, TARGET_AWAY",
        "cdc-service, SERVICE_AWAY",
        "dpu-service, SERVICE_AWAY"
    })
    void whatIsFrozenIsNamedAndWellAgainWhenItGoesOn(String station, ErrorCode code) {
        Child frozen = childOf(station);

        frozen.pause();
        try {
            page.awaitNamed(station, "unreachable", code);
            page.keep(PICTURES.resolve("frozen-" + station + ".png"));
        } finally {
            frozen.resume();
        }

        page.awaitAllWell();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "source, SOURCE_AWAY",
        "kafka, BROKER_AWAY",
        "mariadb, LOG_AWAY",
        "target, TARGET_AWAY",
        "cdc-service, SERVICE_AWAY",
        "dpu-service, SERVICE_AWAY"
    })
    void whatIsKilledIsNamedAndWellAgainWhenItIsBack(String station, ErrorCode code) {
        kill(station);
        try {
            page.awaitNamed(station, "unreachable", code);
            page.keep(PICTURES.resolve("killed-" + station + ".png"));
        } finally {
            startAgain(station);
        }

        page.awaitAllWell();
    }

    @Test
    void aHaltedLaneIsNamedWithItsEventAndNothingLooksAllRight() {
        pipeline.source("ALTER TABLE note ADD extra INT", "INSERT INTO note (text, extra) VALUES ('wider', 7)");
        rows++;

        page.awaitNamed("dpu-service", "halted", ErrorCode.TARGET_MISFIT);
        Locator trouble = page.trouble("dpu-service");
        assertThat(trouble).containsText("before event mysql-bin.");
        assertThat(trouble).containsText("Lane ");
        assertThat(page.part("dfs-failures")).containsText("No dead letters, and dpu-service is halted");
        assertThat(page.part("dfs-overview")).not().containsText("drained");
        page.keep(PICTURES.resolve("halted-lane.png"));

        pipeline.target("ALTER TABLE note ADD extra INT");
        page.awaitAllWell();
        assertThat(page.part("dfs-failures")).containsText("Every event taken in was applied");
    }

    @Test
    void aFailedCaptureIsNamedAndSkippedOnThePage() {
        pipeline.source("SET binlog_format = STATEMENT", "UPDATE note SET text = 'by statement' WHERE id = 1");

        page.awaitNamed("cdc-service", "failed", ErrorCode.SOURCE_STATEMENT);
        assertThat(page.part("dfs-overview")).containsText("cdc-service is failed");
        assertThat(page.part("dfs-overview")).not().containsText("drained");
        assertThat(page.part("dfs-overview")).not().containsText("nothing waits");
        page.keep(PICTURES.resolve("failed-capture.png"));

        Locator trouble = page.trouble("cdc-service");
        trouble.getByText("Skip", new Locator.GetByTextOptions().setExact(true)).click();
        trouble.getByText("Do it").click();
        Locator login = page.part("dfs-login dialog");
        login.getByLabel("Password").fill(PASSWORD);
        login.getByText("Log in").click();

        page.awaitAllWell();
    }

    private static Child childOf(String station) {
        return switch (station) {
            case "cdc-service" -> pipeline.cdc().child();
            case "dpu-service" -> pipeline.dpu().child();
            default -> engine(station).child();
        };
    }

    private static Engine engine(String station) {
        return switch (station) {
            case "source" -> servers.source();
            case "kafka" -> servers.broker();
            case "mariadb" -> servers.log();
            default -> servers.target();
        };
    }

    private static void kill(String station) {
        switch (station) {
            case "cdc-service" -> pipeline.cdc().kill();
            case "dpu-service" -> pipeline.dpu().kill();
            default -> engine(station).kill();
        }
    }

    private static void startAgain(String station) {
        switch (station) {
            case "cdc-service" -> pipeline.cdc().relaunch();
            case "dpu-service" -> pipeline.dpu().relaunch();
            default -> engine(station).restart();
        }
    }
}
