package io.dataflowsync.cdc.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each statement runs on a real 5.7 and is read by the reader, chained on its own reading; then both are compared. */
class DefinitionReaderIT {
    private static RunDirectory run;
    private static MySql57 server;

    @BeforeAll
    static void start() {
        run = RunDirectory.open();
        server = MySql57.start(
                run,
                EngineOptions.DEFAULT.withFlags(
                        "--innodb-flush-log-at-trx-commit=0", "--sync-binlog=0", "--innodb-doublewrite=OFF"));
    }

    @AfterAll
    static void stop() {
        run.close();
    }

    @Test
    void statementsThatPeopleWriteAreReadAsTheServerReadsThem() throws SQLException, IOException {
        try (Connection connection = server.connect("")) {
            DifferentialRun differences = new DifferentialRun(connection);
            for (String statement : statements()) {
                differences.runRequired(statement);
            }
            differences.report("by hand");

            assertThat(differences.differences()).isEmpty();
            assertThat(differences.statements()).isGreaterThanOrEqualTo(400);
            assertThat(differences.unreadable()).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void statementsFromTheGrammarAreReadAsTheServerReadsThem() throws SQLException {
        try (Connection connection = server.connect("")) {
            DifferentialRun differences = new DifferentialRun(connection);
            DdlGenerator generator = new DdlGenerator(20_260_115L);
            for (String statement : generator.statements(1_800)) {
                differences.runIfTaken(statement);
            }
            differences.report("generated");

            assertThat(differences.differences()).isEmpty();
            assertThat(differences.statements()).isGreaterThanOrEqualTo(400);
            assertThat(differences.unreadable()).hasSizeLessThanOrEqualTo(differences.statements() / 20);
        }
    }

    /** The way the server took decides, and no statement of the binlog says which one it was. */
    @Test
    void foreignKeysThatInnodbMayOrMayNotHaveFoundAreUnclear() throws SQLException {
        try (Connection connection = server.connect("")) {
            DifferentialRun differences = new DifferentialRun(connection);
            for (String statement : List.of(
                    "DROP DATABASE IF EXISTS f",
                    "CREATE DATABASE f DEFAULT CHARACTER SET utf8mb4",
                    "USE f",
                    "CREATE TABLE p (id INT PRIMARY KEY)",
                    "CREATE TABLE c (id INT PRIMARY KEY, p INT, CONSTRAINT c_fk FOREIGN KEY (p) REFERENCES p (id))")) {
                differences.runRequired(statement);
            }
            List<String> unclear = List.of(
                    "ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p (id) /*!50003 , DROP FOREIGN KEY c_fk */",
                    "ALTER TABLE c /*!50003 DROP FOREIGN KEY c_fk */",
                    "ALTER TABLE c ADD q INT --\tFOREIGN KEY (p) REFERENCES p (id)\n",
                    "CREATE TABLE d (id INT PRIMARY KEY, p INT, KEY (p) --\t, FOREIGN KEY (p) REFERENCES p (id)\n)",
                    "SET foreign_key_checks = 0",
                    "ALTER TABLE c ADD CONSTRAINT c_low FOREIGN KEY (p) REFERENCES p (id) /*!50003 ON DELETE CASCADE */",
                    "ALTER TABLE c ADD CONSTRAINT c_match FOREIGN KEY (p) REFERENCES p (id) MATCH FULL ON DELETE CASCADE");
            for (String statement : unclear) {
                differences.runRequired(statement);
            }
            differences.report("unclear");

            assertThat(differences.differences()).isEmpty();
            assertThat(differences.unreadable()).hasSize(unclear.size() - 1);
        }
    }

    /** One statement a line; lines that begin with two dashes are headings. */
    private static List<String> statements() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(DefinitionReaderIT.class.getResourceAsStream("/definition/statements.sql"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("-- "))
                    .map(line -> line.replace("⏎", "\n"))
                    .toList();
        }
    }
}
