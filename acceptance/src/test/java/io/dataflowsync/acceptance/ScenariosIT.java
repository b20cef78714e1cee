package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The files of the folder {@code scenarios}, all in one pipeline: SQL in, exact events in order, exact rows out. */
class ScenariosIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Scenario> SCENARIOS = Scenario.all();

    private static RunDirectory run;
    private static FaultServers servers;
    private static FaultPipeline pipeline;

    @BeforeAll
    static void runAll() throws SQLException {
        run = RunDirectory.open();
        servers = FaultServers.start(run, EngineOptions.DEFAULT, EngineOptions.DEFAULT);
        servers.createSchemas("scenarios");
        FaultPipeline.lastRow(servers, "scenarios");
        for (Scenario scenario : SCENARIOS) {
            servers.target().execute("scenarios_copy", scenario.statements("both", "target"));
            write(scenario, "both", "source", "before");
        }
        String tables = SCENARIOS.stream()
                .flatMap(scenario -> scenario.lines("pipeline").stream())
                .map(line -> "  " + line + "\n")
                .collect(Collectors.joining("", "tables:\n", ""));
        pipeline = new FaultPipeline(run, servers, "scenarios", tables, Map.of());
        pipeline.awaitSnapshot();
        for (Scenario scenario : SCENARIOS) {
            write(scenario, "stream");
        }
        pipeline.awaitAllDealtWith();
    }

    @AfterAll
    static void end() {
        FaultPipeline.end(pipeline, servers, run);
    }

    private static void write(Scenario scenario, String... sections) throws SQLException {
        try (Connection source = servers.source().connect("scenarios");
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

    @TestFactory
    Stream<DynamicTest> everyScenarioComesOut() {
        return SCENARIOS.stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.toString(), () -> assertComesOut(scenario)));
    }

    private static void assertComesOut(Scenario scenario) {
        String ofScenario =
                " WHERE table_name = '" + scenario.name() + "' OR table_name LIKE '" + scenario.name() + "\\_\\_%'";
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
                    .map(ScenariosIT::line)
                    .toList();
            assertThat(events).as("events").isEqualTo(scenario.lines("events"));
        }
        if (scenario.has("relationships")) {
            String sql =
                    "SELECT CONCAT_WS(' ', source_table, old_key, state) FROM relationship WHERE source_table = 'scenarios."
                            + scenario.name() + "' OR source_table LIKE 'scenarios." + scenario.name()
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
}
