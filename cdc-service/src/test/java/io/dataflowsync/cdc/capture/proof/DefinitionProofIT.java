package io.dataflowsync.cdc.capture.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import io.dataflowsync.cdc.capture.value.SourceBinlog;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.debezium.connector.mysql.antlr.MySqlAntlrDdlParser;
import io.debezium.connector.mysql.charset.MySqlCharsetRegistry;
import io.debezium.relational.Table;
import io.debezium.relational.TableId;
import io.debezium.relational.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The engine's reading of a statement beside what a real 5.7 writes of the table. */
class DefinitionProofIT {
    private static final RunDirectory RUN = RunDirectory.open();
    private static final Path TYPES =
            Path.of("..", "acceptance", "src", "test", "resources", "io", "dataflowsync", "acceptance", "types.txt");
    /** Other ways to write a type. */
    private static final List<String> SYNONYMS = List.of(
            "INT1",
            "INT2",
            "INT3",
            "INT4",
            "INT8",
            "MIDDLEINT",
            "INTEGER",
            "BOOL",
            "DEC(7,3)",
            "NUMERIC",
            "NUMERIC(9)",
            "FIXED(5,1)",
            "FLOAT4",
            "FLOAT8",
            "FLOAT(20)",
            "FLOAT(30)",
            "DOUBLE PRECISION",
            "REAL",
            "BIT",
            "CHARACTER(3)",
            "CHARACTER VARYING(9)",
            "NCHAR(5)",
            "NATIONAL CHAR(4)",
            "NVARCHAR(9)",
            "NATIONAL VARCHAR(7)",
            "NATIONAL CHARACTER VARYING(8)",
            "CHAR",
            "CHAR(0)",
            "CHAR(255) CHARACTER SET utf8mb4",
            "BINARY",
            "TEXT(10)",
            "TEXT(300)",
            "TEXT(70000)",
            "BLOB(200)",
            "BLOB(70000)",
            "LONG",
            "LONG VARCHAR",
            "LONG VARBINARY",
            "VARCHAR(50)",
            "VARCHAR(300) CHARACTER SET utf8",
            "VARBINARY(300)",
            "CHAR(20) CHARACTER SET ucs2",
            "YEAR(4)",
            "TEXT CHARACTER SET binary",
            "VARCHAR(9) CHARACTER SET binary",
            "CHAR(9) CHARACTER SET ascii",
            "CHAR(5) ASCII",
            "CHAR(5) UNICODE",
            "CHAR BYTE",
            "VARCHAR(9) BINARY",
            "TIMESTAMP",
            "TIMESTAMP(3) NULL",
            "INT GENERATED ALWAYS AS (id + 1) VIRTUAL",
            "VARCHAR(20) AS (CONCAT('a', id)) STORED");

    private static MySql57 source;

    @BeforeAll
    static void start() {
        source = MySql57.start(RUN);
        source.execute("", "CREATE SCHEMA proof CHARACTER SET latin1");
    }

    @AfterAll
    static void stop() {
        RUN.close();
    }

    @Test
    void everyTypeIsProvenUnlessTheEngineReadsAnother() throws Exception {
        List<String> types = new ArrayList<>(SYNONYMS);
        Files.readAllLines(TYPES).stream()
                .filter(line -> !line.startsWith("#") && line.contains(" | "))
                .map(line -> line.split(" \\| ")[1].split(" => ")[0])
                .forEach(types::add);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            String table = "t" + i;
            String create = "CREATE TABLE " + table + " (id INT PRIMARY KEY, v " + types.get(i) + ")";
            differences(table, create).ifPresent(differences::add);
        }
        // These two the engine reads in the character set of the schema: their rows must not be decoded with that.
        assertThat(differences)
                .hasSize(2)
                .satisfiesExactlyInAnyOrder(
                        unicode -> assertThat(unicode).contains("v CHAR(5) UNICODE)", "char of 10 bytes in the binlog"),
                        binary -> assertThat(binary).contains("v CHAR(4) BINARY", "char of 16 bytes in the binlog"));
    }

    @Test
    void aTableStaysProvenThroughItsAlterations() throws Exception {
        assertThat(differences(
                        "altered",
                        "CREATE TABLE altered (id INT, a VARCHAR(10), PRIMARY KEY (id))",
                        "ALTER TABLE altered ADD COLUMN b TEXT, ADD COLUMN c DECIMAL(9,2) NOT NULL DEFAULT 0 FIRST",
                        "ALTER TABLE altered MODIFY COLUMN a VARCHAR(20) CHARACTER SET utf8mb4 NOT NULL DEFAULT 'x'",
                        "ALTER TABLE altered CHANGE b bb MEDIUMTEXT AFTER c",
                        "ALTER TABLE altered ADD COLUMN e ENUM('a','b'), ADD COLUMN s SET('1','2','3','4','5','6','7','8','9')",
                        "ALTER TABLE altered DROP PRIMARY KEY",
                        "ALTER TABLE altered ADD COLUMN k INT, ADD PRIMARY KEY (id, k)"))
                .isEmpty();
    }

    @Test
    void anotherDefinitionIsToldWithBothReadings() throws Exception {
        source.execute("proof", "CREATE TABLE other (id INT PRIMARY KEY, v VARCHAR(10), w DECIMAL(8,2) NOT NULL)");
        TableMapEventData map = map("other");
        assertThat(DefinitionProof.difference(
                        map,
                        parsed(
                                "other",
                                "CREATE TABLE other (id INT PRIMARY KEY, v VARCHAR(10), w DECIMAL(8,2) NOT NULL)")))
                .isEmpty();
        assertThat(DefinitionProof.difference(
                        map, parsed("other", "CREATE TABLE other (id INT PRIMARY KEY, v VARCHAR(10))")))
                .contains(
                        "the binlog has 3 columns (int not null, varchar of 10 bytes, decimal(8,2) not null), the capture"
                                + " would read 2 (id int not null, v varchar of 10 bytes)");
        assertThat(
                        DefinitionProof.difference(
                                map,
                                parsed(
                                        "other",
                                        "CREATE TABLE other (id INT PRIMARY KEY, v VARCHAR(10) CHARACTER SET utf8mb4, w DECIMAL(8,3) NOT NULL)")))
                .contains(
                        "column 2 is varchar of 10 bytes in the binlog, the capture would read v varchar of 40 bytes;"
                                + " column 3 is decimal(8,2) not null in the binlog, the capture would read w decimal(8,3) not null");
        assertThat(DefinitionProof.difference(
                        map, parsed("other", "CREATE TABLE other (id INT PRIMARY KEY, v VARCHAR(10), w DECIMAL(8,2))")))
                .contains("column 3 is decimal(8,2) not null in the binlog, the capture would read w decimal(8,2)");
        assertThat(DefinitionProof.difference(map, null))
                .hasValueSatisfying(text -> assertThat(text).endsWith("the capture knows no definition of the table"));
    }

    private Optional<String> differences(String table, String... statements) throws Exception {
        try (Connection client = source.connect("proof");
                Statement statement = client.createStatement()) {
            statement.execute("SET sql_mode = 'NO_ENGINE_SUBSTITUTION'");
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return DefinitionProof.difference(map(table), parsed(table, statements))
                .map(difference -> String.join("; ", statements) + ": " + difference);
    }

    private static TableMapEventData map(String table) throws Exception {
        try (SourceBinlog binlog = new SourceBinlog(source)) {
            insert(table);
            return binlog.await(TableMapEventData.class, 1).get(0);
        }
    }

    private static void insert(String table) throws SQLException {
        try (Connection client = source.connect("proof");
                Statement statement = client.createStatement()) {
            statement.execute("SET sql_mode = ''");
            statement.execute("INSERT INTO " + table + " (id) VALUES (1)");
        }
    }

    private static Table parsed(String table, String... statements) {
        MySqlAntlrDdlParser parser = new MySqlAntlrDdlParser(
                false, false, true, Tables.TableFilter.includeAll(), new MySqlCharsetRegistry());
        Tables tables = new Tables();
        parser.setCurrentDatabase("proof");
        parser.parse("CREATE SCHEMA proof CHARACTER SET latin1", tables);
        for (String sql : statements) {
            parser.setCurrentDatabase("proof");
            parser.parse(sql, tables);
        }
        return tables.forTable(new TableId("proof", null, table));
    }
}
