package io.dataflowsync.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.pipeline.config.PipelineConfig.BrokerConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.LogConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.StartFrom;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverridesTest {
    private final Path directory;

    OverridesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private PipelineConfig read(String more, Map<String, String> environment) {
        return PipelineText.read(directory, PipelineText.LEAST + more, environment);
    }

    private List<String> problems(String more, Map<String, String> environment) {
        return PipelineText.problemsOf(directory, PipelineText.LEAST + more, environment);
    }

    @Test
    void aVariableOverridesWhatTheFileSays() {
        PipelineConfig config = read(
                "  identity: allocate\n",
                Map.of(
                        "DFS_PROJECT", "store",
                        "DFS_SOURCE_HOST", "elsewhere",
                        "DFS_SOURCE_PORT", "3357",
                        "DFS_SOURCE_PASSWORD", "${not a variable}",
                        "DFS_SOURCE_SCHEMAS", "shop, crm",
                        "DFS_IDENTITY_OFFSET", "7",
                        "DFS_PIPELINE", "elsewhere.yaml",
                        "HOME", "/"));
        assertThat(config.project()).isEqualTo("store");
        assertThat(config.source())
                .isEqualTo(new PipelineConfig.SourceConfig(
                        "elsewhere", 3357, "dfs", new Secret("${not a variable}"), List.of("shop", "crm")));
        assertThat(config.rules().identity()).isEqualTo(new Identity.Offset(7));
    }

    @Test
    void aVariableAddsASectionThatTheFileLacks() {
        PipelineConfig config = read(
                "",
                Map.of(
                        "DFS_LOG_HOST", "mariadb",
                        "DFS_LOG_PORT", "3390",
                        "DFS_LOG_USER", "root",
                        "DFS_LOG_PASSWORD", "",
                        "DFS_LOG_SCHEMA", "logs",
                        "DFS_BROKER_BOOTSTRAP_SERVERS", "127.0.0.1:9092",
                        "DFS_START_FROM_GTID_SET", "a:1-7",
                        "DFS_ON_ERROR", "stop"));
        assertThat(config.log()).contains(new LogConfig("mariadb", 3390, "root", new Secret(""), "logs"));
        assertThat(config.broker()).contains(new BrokerConfig("127.0.0.1:9092", 4, 1));
        assertThat(config.start().from()).contains(new StartFrom.GtidSet("a:1-7"));
        assertThat(config.rules().onError()).isEqualTo(PipelineConfig.OnError.STOP);
    }

    @Test
    void aVariableOverridesWhatTheFileSaysOfATable() {
        PipelineConfig config = read(
                "  tables: { order_items: { target: lines, columns: { unit-price: price } } }\n",
                Map.of("DFS_TABLES_ORDER_ITEMS_TARGET", "items", "DFS_TABLES_ORDER_ITEMS_COLUMNS_UNIT_PRICE", "cents"));
        assertThat(config.table("order_items").target().name()).contains("items");
        assertThat(config.table("order_items").column("unit-price").target()).contains("cents");
    }

    @Test
    void aWrongValueIsAProblemOfTheVariable() {
        assertThat(problems("", Map.of("DFS_SOURCE_PORT", "many")))
                .containsExactly("DFS_SOURCE_PORT: a number expected, found 'many'; write a number from 1 to 65535");
    }

    @Test
    void anUnknownVariableIsAProblem() {
        assertThat(problems("", Map.of("DFS_SOURCE_HOTS", "x")))
                .containsExactly("DFS_SOURCE_HOTS: no setting has this variable; did you mean DFS_SOURCE_HOST?");
        assertThat(problems("", Map.of("DFS_COLOUR", "x")))
                .containsExactly(
                        "DFS_COLOUR: no setting has this variable; unset it: DFS_ is for settings of the pipeline file");
    }

    @Test
    void aSectionThatVariablesAddInPartLacksTheRest() {
        assertThat(problems("", Map.of("DFS_LOG_HOST", "mariadb")))
                .containsExactly(
                        "pipeline.yaml:1 dfs.log.user: missing; write user: dfs",
                        "pipeline.yaml:1 dfs.log.password: missing; write password: \"${LOG_PASSWORD}\"");
    }

    @Test
    void variablesInTheFileAreFilledIn() {
        PipelineConfig config =
                PipelineText.read(directory, """
                dfs:
                  project: ${NAME:shop}-${NUMBER}
                  source:
                    host: "${HOST:}db57"
                    port: ${PORT}
                    user: $dfs
                    password: "$${NAME} ${TRICKY}"
                    schemas: ["${SCHEMA:a:b}"]
                """, Map.of("NUMBER", "2", "PORT", "3357", "TRICKY", "${NUMBER}\\1$1: #"));
        assertThat(config.project()).isEqualTo("shop-2");
        assertThat(config.source())
                .isEqualTo(new PipelineConfig.SourceConfig(
                        "db57", 3357, "$dfs", new Secret("${NAME} ${NUMBER}\\1$1: #"), List.of("a:b")));
    }
}
