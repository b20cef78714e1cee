package io.dataflowsync.acceptance;

import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The files of the folder {@code scenarios}, all in one pipeline. */
class ScenariosIT {
    private static RunDirectory run;
    private static FaultServers servers;
    private static ScenarioRun scenarios;

    @BeforeAll
    static void runAll() throws SQLException {
        run = RunDirectory.open();
        // A scenario writes a file and loads it.
        EngineOptions source = EngineOptions.DEFAULT.withFlags("--secure-file-priv=");
        servers = FaultServers.start(run, source, EngineOptions.DEFAULT);
        scenarios = new ScenarioRun(run, servers, "scenarios", Scenario.all("scenarios"), "");
        scenarios.stream();
    }

    @AfterAll
    static void end() {
        FaultPipeline.end(scenarios == null ? null : scenarios.pipeline(), servers, run);
    }

    @TestFactory
    Stream<DynamicTest> everyScenarioComesOut() {
        return scenarios.tests();
    }
}
