package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.MariaDb;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.MySql80;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The arguments that the compose file gives to the databases are ones that these servers take, and do what they are for. */
class ServerArgumentsIT {
    private static RunDirectory run;

    @BeforeAll
    static void open() {
        run = RunDirectory.open();
    }

    @AfterAll
    static void close() {
        run.close();
    }

    private static EngineOptions arguments(String server) throws IOException {
        try (Reader reader = Files.newBufferedReader(Path.of("..", "docker-compose.yml"))) {
            Map<String, Object> compose = new Yaml().load(reader);
            Map<?, ?> service = (Map<?, ?>) ((Map<?, ?>) compose.get("services")).get(server);
            return EngineOptions.DEFAULT.withFlags(((List<?>) service.get("command"))
                    .stream().map(String::valueOf).toArray(String[]::new));
        }
    }

    private static List<String> settings(Connection connection, String names) throws SQLException {
        try (connection) {
            return Rows.over(connection, "SELECT CONCAT_WS(' ', " + names + ")");
        }
    }

    @Test
    void theSourceWritesWhatIsCaptured() throws Exception {
        try (MySql57 source = MySql57.start(run, arguments("mysql57"))) {
            assertThat(settings(
                            source.connect(""),
                            "@@server_id, @@log_bin_basename LIKE '%/mysql-bin', @@binlog_format, @@binlog_row_image, @@gtid_mode,"
                                    + " @@character_set_server"))
                    .containsExactly("57 1 ROW FULL ON utf8mb4");
        }
    }

    @Test
    void theTargetTakesIts() throws Exception {
        try (MySql80 target = MySql80.start(run, arguments("mysql80"))) {
            assertThat(settings(target.connect(""), "@@server_id, @@character_set_server"))
                    .containsExactly("80 utf8mb4");
        }
    }

    @Test
    void theLogTakesLargeRows() throws Exception {
        try (MariaDb log = MariaDb.start(run, arguments("mariadb"))) {
            assertThat(settings(log.connect(""), "@@max_allowed_packet")).containsExactly("268435456");
        }
    }
}
