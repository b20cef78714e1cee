package io.dataflowsync.acceptance.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineFile;
import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.MySql80;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A statement on the source and what becomes of it on the target make the same tables, or the lane halts. */
class StatementsIT {
    private static final String[] FAST = {
        "--innodb-flush-log-at-trx-commit=0", "--sync-binlog=0", "--innodb-doublewrite=OFF"
    };

    /** What no statement carries: see the page about schema changes. */
    private static final List<String> REFUSED_BY_RULE = List.of(
            "its rows are in no event",
            "rows come or go with it that are in no event",
            "there can be only one auto column and it must be defined as a key");

    private static RunDirectory run;
    private static MySql57 source;
    private static MySql80 target;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() {
        run = RunDirectory.open();
        source = MySql57.start(run, EngineOptions.DEFAULT.withFlags(FAST));
        target = MySql80.start(run, EngineOptions.DEFAULT.withFlags(FAST));
    }

    @AfterAll
    static void stop() {
        run.close();
    }

    @Test
    void statementsOfEveryWritingAreCarriedAsTheyAre() throws SQLException, IOException {
        CarriedStatements carried =
                run(Path.of("src/test/resources/io/dataflowsync/acceptance/statements/writings.sql"));

        assertThat(carried.differences()).isEmpty();
        assertThat(carried.moreIndexes()).isEmpty();
        assertThat(carried.halts()).isEmpty();
        assertThat(carried.statements()).isGreaterThanOrEqualTo(180);
    }

    @Test
    void everyWordThatOnlyTheTargetReservesIsAName() throws SQLException, IOException {
        try (Connection ofSource = source.connect("");
                Connection ofCatalogue = source.connect("");
                Connection ofTarget = target.connect("");
                Statement keywords = ofTarget.createStatement()) {
            CarriedStatements carried = new CarriedStatements(ofSource, ofCatalogue, ofTarget, config());
            carried.run("DROP DATABASE IF EXISTS d");
            carried.run("CREATE DATABASE d DEFAULT CHARACTER SET utf8mb4");
            carried.run("USE d");
            carried.run("CREATE TABLE t (id INT)");
            int names = 0;
            try (ResultSet word =
                    keywords.executeQuery("SELECT word FROM information_schema.keywords WHERE reserved = 1")) {
                while (word.next()) {
                    names += carried.runIfTaken("ALTER TABLE t ADD " + word.getString(1) + " INT") ? 1 : 0;
                }
            }
            assertThat(carried.differences()).isEmpty();
            assertThat(carried.halts()).isEmpty();
            assertThat(names).isGreaterThanOrEqualTo(28);
        }
    }

    @Test
    void statementsThatTheReaderIsProvenWithAreCarriedAsTheyAre() throws SQLException, IOException {
        CarriedStatements carried = run(Path.of("../cdc-service/src/test/resources/definition/statements.sql"));

        assertThat(carried.differences()).isEmpty();
        assertThat(carried.moreIndexes()).hasSizeLessThanOrEqualTo(4);
        assertThat(carried.halts()).hasSizeLessThanOrEqualTo(5).allMatch(halt -> REFUSED_BY_RULE.stream()
                .anyMatch(halt::contains));
        assertThat(carried.statements()).isGreaterThanOrEqualTo(500);
    }

    private CarriedStatements run(Path file) throws SQLException, IOException {
        try (Connection ofSource = source.connect("");
                Connection ofCatalogue = source.connect("");
                Connection ofTarget = target.connect("")) {
            CarriedStatements carried = new CarriedStatements(ofSource, ofCatalogue, ofTarget, config());
            for (String statement : statements(file)) {
                carried.run(statement);
            }
            System.out.println("Statements of " + file.getFileName() + ": " + carried.statements() + ", "
                    + carried.differences().size() + " differences, "
                    + carried.halts().size() + " halts\n  " + String.join("\n  ", carried.halts()));
            return carried;
        }
    }

    /** One statement a line; lines that begin with two dashes are headings, and ⏎ is a line's end. */
    private static List<String> statements(Path file) throws IOException {
        return Files.readString(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("-- "))
                .map(line -> line.replace("⏎", "\n"))
                .toList();
    }

    private PipelineConfig config() throws IOException {
        Path file = directory.resolve("pipeline.yaml");
        Files.writeString(file, """
                dfs:
                  project: statements
                  source: { host: 127.0.0.1, port: %d, user: root, password: "", schemas: [d] }
                  target: { host: 127.0.0.1, port: %d, user: root, password: "", schema: d }
                  identity: keep
                  ddl: apply
                """.formatted(source.port(), target.port()));
        return PipelineFile.read(file, Map.of());
    }
}
