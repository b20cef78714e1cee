package io.dataflowsync.acceptance;

import io.dataflowsync.sandbox.engine.RunDirectory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Scenarios that run side by side in one pipeline: SQL in, exact events in order, exact rows out. */
final class ScenarioRun implements AutoCloseable {
    private final FaultServers servers;
    private final String project;
    private final List<Scenario> scenarios;
    private final FaultPipeline pipeline;

    /**
     * Makes the tables and starts the pipeline; returns when the snapshot is dealt with.
     *
     * @param settings further lines of the pipeline file
     */
    ScenarioRun(RunDirectory run, FaultServers servers, String project, List<Scenario> scenarios, String settings)
            throws SQLException {
        this.servers = servers;
        this.project = project;
        this.scenarios = scenarios;
        servers.createSchemas(project);
        FaultPipeline.lastRow(servers, project);
        for (Scenario scenario : scenarios) {
            servers.target().execute(FaultPipeline.targetSchema(project), scenario.statements("both", "target"));
            write(scenario, "both", "source", "before");
        }
        String tables = scenarios.stream()
                .flatMap(scenario -> scenario.lines("pipeline").stream())
                .map(line -> "  " + line + "\n")
                .collect(Collectors.joining("", "tables:\n", ""));
        pipeline = new FaultPipeline(run, servers, project, settings + tables, Map.of());
        pipeline.awaitSnapshot();
    }

    /** Does what the source does later; returns when all of it is dealt with. */
    void stream() throws SQLException {
        for (Scenario scenario : scenarios) {
            write(scenario, "stream");
        }
        pipeline.awaitAllDealtWith();
    }

    private void write(Scenario scenario, String... sections) throws SQLException {
        try (Connection source = servers.source().connect(project);
                Statement statement = source.createStatement()) {
            for (String sql : scenario.statements(sections)) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    throw new SQLException(scenario + ": " + sql, e);
                }
            }
        }
    }

    FaultPipeline pipeline() {
        return pipeline;
    }

    Stream<DynamicTest> tests() {
        return scenarios.stream()
                .map(scenario ->
                        DynamicTest.dynamicTest(scenario.toString(), () -> new ScenarioCheck(pipeline, project, "TRUE")
                                .assertComesOut(scenario)));
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
