package io.dataflowsync.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;

/**
 * Compares what a pipeline made of a scenario with what the scenario's file says.
 *
 * @param project the name of the pipeline, which is that of its source schema
 * @param deadLetters which dead letters the file names: a condition, such as {@code state <> 'applied'}
 */
record ScenarioCheck(FaultPipeline pipeline, String project, String deadLetters) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Asserts dead letters, rows, events, schema changes and relationships; only once all of the scenario is dealt with. */
    void assertComesOut(Scenario scenario) {
        SoftAssertions.assertSoftly(softly -> compare(scenario, softly));
    }

    private void compare(Scenario scenario, SoftAssertions softly) {
        String ofScenario = " WHERE " + scenario.ofItsTables();
        softly.assertThat(pipeline.inLog(
                        "SELECT CONCAT_WS(' ', table_name, old_key, state, IF(state = 'dead', error, NULL)) FROM dead_letter"
                                + ofScenario + " AND " + deadLetters))
                .as("dead letters")
                .containsExactlyInAnyOrderElementsOf(scenario.lines("dead").stream()
                        .map(line -> line.replace("{schema}", project))
                        .toList());
        scenario.rows()
                .forEach((query, rows) ->
                        softly.assertThat(pipeline.onTarget(query)).as(query).isEqualTo(rows));
        if (scenario.has("events")) {
            List<String> events = pipeline.inLog("SELECT event FROM cdc_log" + ofScenario + " ORDER BY id").stream()
                    .map(ScenarioCheck::line)
                    .toList();
            softly.assertThat(events).as("events").isEqualTo(scenario.lines("events"));
        }
        if (scenario.has("schema")) {
            String sql = "SELECT CONCAT_WS(' | ', status, sql_text, error) FROM dpu_log" + ofScenario
                    + " AND action = 'schema-change' ORDER BY committed_at, id";
            softly.assertThat(pipeline.inLog(sql)).as("schema changes").isEqualTo(scenario.lines("schema"));
        }
        if (scenario.has("relationships")) {
            String sql = "SELECT CONCAT_WS(' ', source_table, old_key, state) FROM relationship WHERE source_table = '"
                    + project + "." + scenario.name() + "' OR source_table LIKE '" + project + "." + scenario.name()
                    + "\\_\\_%' ORDER BY source_table, CAST(old_key AS SIGNED)";
            softly.assertThat(pipeline.inLog(sql)).as("relationships").isEqualTo(scenario.lines("relationships"));
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
