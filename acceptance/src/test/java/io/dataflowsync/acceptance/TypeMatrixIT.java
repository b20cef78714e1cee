package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every type, with the values of {@code types.txt}, through the snapshot, an insert, an update and a delete, in a table with a key and
 * in one without, where rows are found by their values. The servers are in zones of their own.
 */
class TypeMatrixIT {
    private static final List<TypeCase> TYPES = TypeCase.all();

    /** The ways to the target, and where the numbers of their rows begin. */
    private enum Way {
        SNAPSHOT(1_000),
        INSERT(2_000),
        UPDATE(3_000),
        DELETE(4_000),
        SNAPSHOT_THEN_UPDATE(5_000),
        SNAPSHOT_THEN_DELETE(6_000);

        private final int first;

        Way(int first) {
            this.first = first;
        }

        boolean endsInDelete() {
            return name().endsWith("DELETE");
        }

        boolean startsInSnapshot() {
            return name().startsWith("SNAPSHOT");
        }

        String rows() {
            return "n BETWEEN " + first + " AND " + (first + 999);
        }
    }

    private static RunDirectory run;
    private static FaultServers servers;
    private static FaultPipeline pipeline;

    @BeforeAll
    static void runAll() throws SQLException {
        run = RunDirectory.open();
        servers = FaultServers.start(
                run,
                EngineOptions.DEFAULT.withFlags("--default-time-zone=+05:30"),
                EngineOptions.DEFAULT.withFlags("--default-time-zone=-03:00"));
        servers.createSchemas("types");
        FaultPipeline.lastRow(servers, "types");
        for (TypeCase type : TYPES) {
            servers.source().execute("types", tables(type, type.source()));
            servers.target().execute("types_copy", tables(type, type.target()));
        }
        write(type -> rows(type, Way::startsInSnapshot));
        pipeline = new FaultPipeline(run, servers, "types", "", Map.of());
        pipeline.awaitSnapshot();
        write(type -> rows(type, way -> !way.startsInSnapshot()));
        write(TypeMatrixIT::changes);
        pipeline.awaitAllDealtWith();
    }

    @AfterAll
    static void end() {
        FaultPipeline.end(pipeline, servers, run);
    }

    private static String[] tables(TypeCase type, String definition) {
        return new String[] {
            "SET SESSION sql_mode = 'ALLOW_INVALID_DATES'",
            "CREATE TABLE " + type.keyed() + " (id INT PRIMARY KEY AUTO_INCREMENT, n INT NOT NULL, v " + definition
                    + ")",
            "CREATE TABLE " + type.bare() + " (n INT NOT NULL, v " + definition + ")"
        };
    }

    /** What is done in the source for a type. */
    private interface Writing {
        List<String> of(TypeCase type);
    }

    private static void write(Writing writing) throws SQLException {
        try (Connection source = servers.source().connect("types");
                Statement statement = source.createStatement()) {
            statement.execute("SET SESSION sql_mode = 'ALLOW_INVALID_DATES', explicit_defaults_for_timestamp = 1");
            source.setAutoCommit(false);
            for (TypeCase type : TYPES) {
                for (String sql : writing.of(type)) {
                    try {
                        statement.execute(sql);
                    } catch (SQLException e) {
                        throw new SQLException(type + ": " + sql, e);
                    }
                }
                source.commit();
            }
        }
    }

    private static List<String> rows(TypeCase type, Predicate<Way> wanted) {
        List<String> statements = new ArrayList<>();
        for (Way way : Way.values()) {
            for (int value = 0; wanted.test(way) && value < type.values().size(); value++) {
                String row =
                        "VALUES (" + (way.first + value) + ", " + type.values().get(value) + ")";
                statements.add("INSERT INTO " + type.keyed() + " (n, v) " + row);
                statements.add("INSERT INTO " + type.bare() + " (n, v) " + row);
            }
        }
        return statements;
    }

    private static List<String> changes(TypeCase type) {
        List<String> statements = new ArrayList<>();
        for (String table : List.of(type.keyed(), type.bare())) {
            for (int value = 0; value < type.values().size(); value++) {
                for (Way way : List.of(Way.UPDATE, Way.SNAPSHOT_THEN_UPDATE)) {
                    statements.add("UPDATE " + table + " SET v = " + type.changed(value) + " WHERE n = "
                            + (way.first + value));
                }
                for (Way way : List.of(Way.DELETE, Way.SNAPSHOT_THEN_DELETE)) {
                    statements.add("DELETE FROM " + table + " WHERE n = " + (way.first + value));
                }
            }
        }
        return statements;
    }

    @TestFactory
    Stream<DynamicTest> everyValueArrivesAsItIs() {
        return TYPES.stream().flatMap(type -> Stream.of(Way.values())
                .map(way -> DynamicTest.dynamicTest(type + ", " + way, () -> {
                    for (String table : List.of(type.keyed(), type.bare())) {
                        String sql = "SELECT n, " + type.compared() + " FROM " + table + " WHERE " + way.rows()
                                + " ORDER BY n";
                        assertThat(pipeline.onTarget(sql))
                                .as(table)
                                .hasSize(way.endsInDelete() ? 0 : type.values().size())
                                .isEqualTo(pipeline.onSource(sql));
                    }
                })));
    }

    @Test
    void noneIsADeadLetter() {
        assertThat(pipeline.inLog("SELECT CONCAT_WS(' ', table_name, action, error) FROM dead_letter"))
                .isEmpty();
    }
}
