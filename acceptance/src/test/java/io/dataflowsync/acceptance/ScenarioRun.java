package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
    private static final ObjectMapper JSON = new ObjectMapper();

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
                .map(scenario -> DynamicTest.dynamicTest(scenario.toString(), () -> assertComesOut(scenario)));
    }

    private void assertComesOut(Scenario scenario) {
        String ofScenario =
                " WHERE (table_name = '" + scenario.name() + "' OR table_name LIKE '" + scenario.name() + "\\_\\_%')";
        assertThat(pipeline.inLog(
                        "SELECT CONCAT_WS(' ', table_name, old_key, state, IF(state = 'dead', error, NULL)) FROM dead_letter"
                                + ofScenario))
                .as("dead letters")
                .isEqualTo(scenario.lines("dead"));
        scenario.rows()
                .forEach((query, rows) ->
                        assertThat(pipeline.onTarget(query)).as(query).isEqualTo(rows));
        if (scenario.has("events")) {
            List<String> events = pipeline.inLog("SELECT event FROM cdc_log" + ofScenario + " ORDER BY id").stream()
                    .map(ScenarioRun::line)
                    .toList();
            assertThat(events).as("events").isEqualTo(scenario.lines("events"));
        }
        if (scenario.has("schema")) {
            String sql = "SELECT CONCAT_WS(' | ', status, sql_text, error) FROM dpu_log" + ofScenario
                    + " AND action = 'schema-change' ORDER BY committed_at, id";
            assertThat(pipeline.inLog(sql)).as("schema changes").isEqualTo(scenario.lines("schema"));
        }
        if (scenario.has("relationships")) {
            String sql = "SELECT CONCAT_WS(' ', source_table, old_key, state) FROM relationship WHERE source_table = '"
                    + project + "." + scenario.name() + "' OR source_table LIKE '" + project + "." + scenario.name()
                    + "\\_\\_%' ORDER BY source_table, CAST(old_key AS SIGNED)";
            assertThat(pipeline.inLog(sql)).as("relationships").isEqualTo(scenario.lines("relationships"));
        }
    }

    /** What an event says of the row: {@code update orders {before} {after}}. */
    private static String line(String event) {
        try {
            JsonNode json = JSON.readTree(event);
            return Stream.of("operation", "table", "ddl", "before", "after")
                    .filter(json::has)
                    .map(field -> json.get(field).isTextual()
                            ? json.get(field).asText()
                            : json.get(field).toString())
                    .collect(Collectors.joining(" "));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(event, e);
        }
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
