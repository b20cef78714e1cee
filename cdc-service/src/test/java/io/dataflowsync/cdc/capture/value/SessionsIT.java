package io.dataflowsync.cdc.capture.value;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.event.StatementSession;
import io.dataflowsync.contract.event.Unchecked;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a real 5.7 says of its sessions. */
class SessionsIT {
    private static final RunDirectory RUN = RunDirectory.open();
    private static MySql57 source;

    @BeforeAll
    static void start() {
        source = MySql57.start(RUN);
        source.execute("", "CREATE SCHEMA sessions");
    }

    @AfterAll
    static void stop() {
        RUN.close();
    }

    @Test
    void theSessionOfAStatementIsTheOneThatRanIt() throws Exception {
        try (SourceBinlog binlog = new SourceBinlog(source);
                Connection client = source.connect("sessions");
                Statement statement = client.createStatement()) {
            statement.execute("SET sql_mode = 'ANSI,NO_BACKSLASH_ESCAPES,PAD_CHAR_TO_FULL_LENGTH,NO_ZERO_DATE'");
            String mode = ask(statement, "SELECT @@sql_mode");
            statement.execute("SET time_zone = '+08:00', timestamp = 1262304000.123456");
            statement.execute("SET auto_increment_increment = 10, auto_increment_offset = 3");
            statement.execute("SET foreign_key_checks = 0, unique_checks = 0");
            statement.execute("SET character_set_client = utf8mb4, collation_connection = utf8mb4_bin,"
                    + " collation_server = latin2_general_ci");
            statement.execute("CREATE TABLE a (id INT, t TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6))");
            statement.execute("ALTER TABLE a ADD COLUMN d DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6)");

            StatementSession session =
                    of(binlog, "ALTER TABLE a ADD COLUMN d", 2).session();
            assertThat(session)
                    .isEqualTo(new StatementSession(
                            "sessions",
                            List.of(mode.split(",")),
                            "+08:00",
                            1262304000_123456L,
                            45,
                            46,
                            9,
                            10,
                            3,
                            new Unchecked(true, true)));
            assertThat(session.ansiQuotes()).isTrue();
        }
    }

    @Test
    void theCollationOfTheDatabaseIsToldWhereItIsNotTheSchemas() throws Exception {
        try (SourceBinlog binlog = new SourceBinlog(source);
                Connection client = source.connect("sessions");
                Statement statement = client.createStatement()) {
            statement.execute("CREATE TABLE usual (id INT)");
            statement.execute("SET collation_database = utf16_bin");
            statement.execute("CREATE TABLE unusual (id INT)");
            assertThat(of(binlog, "CREATE TABLE usual", 1).session().databaseCollation())
                    .isZero();
            assertThat(of(binlog, "CREATE TABLE unusual", 2).session().databaseCollation())
                    .isEqualTo(55);
        }
    }

    @Test
    void everyModeHasItsWord() throws Exception {
        try (SourceBinlog binlog = new SourceBinlog(source);
                Connection client = source.connect("");
                Statement statement = client.createStatement()) {
            statement.execute("SET sql_mode = 4294967279");
            String mode = ask(statement, "SELECT @@sql_mode");
            statement.execute("CREATE SCHEMA \"all modes\"");
            assertThat(of(binlog, "CREATE SCHEMA", 1).session().sqlMode()).containsExactly(mode.split(","));
            statement.execute("SET sql_mode = ''");
            statement.execute("DROP SCHEMA `all modes`");
            StatementSession plain = of(binlog, "DROP SCHEMA", 2).session();
            assertThat(plain.sqlMode()).isEmpty();
            assertThat(plain.unchecked()).isEqualTo(Unchecked.NOTHING);
            assertThat(plain.autoIncrementIncrement()).isEqualTo(1);
            assertThat(plain.timeZone()).isEmpty();
        }
    }

    @Test
    void aStatementIsReadInTheCharacterSetOfItsClient() throws Exception {
        try (SourceBinlog binlog = new SourceBinlog(source);
                Connection client = source.connect("sessions");
                Statement statement = client.createStatement()) {
            // The driver sends UTF-8; the server takes these bytes for what the client says they are.
            statement.execute("SET character_set_client = latin1");
            statement.execute("CREATE TABLE latin (id INT COMMENT 'ß')");
            SessionQueryData data = of(binlog, "CREATE TABLE latin", 1);
            assertThat(data.session().clientCollation()).isEqualTo(8);
            assertThat(data.getSql())
                    .isEqualTo("CREATE TABLE latin (id INT COMMENT '"
                            + new String("ß".getBytes(java.nio.charset.StandardCharsets.UTF_8), ISO_8859_1)
                                    .replace('\u009F', 'Ÿ')
                            + "')");
        }
    }

    @Test
    void rowsSayWhichChecksWereOffAndWhichColumnsTheyHave() throws Exception {
        source.execute("sessions", "CREATE TABLE flags (id INT PRIMARY KEY, a INT, b TEXT)");
        try (SourceBinlog binlog = new SourceBinlog(source);
                Connection client = source.connect("sessions");
                Statement statement = client.createStatement()) {
            statement.execute("INSERT INTO flags VALUES (1, 1, 'x')");
            statement.execute("SET foreign_key_checks = 0");
            statement.execute("UPDATE flags SET a = 2");
            statement.execute("SET foreign_key_checks = 1, unique_checks = 0");
            statement.execute("DELETE FROM flags");
            statement.execute("SET foreign_key_checks = 0, binlog_row_image = 'MINIMAL'");
            statement.execute("INSERT INTO flags (id, a) VALUES (2, 2), (3, 3)");
            List<RowFacts> rows = binlog.await(RowFacts.class, 4);
            assertThat(rows)
                    .extracting(RowFacts::unchecked)
                    .containsExactly(
                            Unchecked.NOTHING,
                            new Unchecked(true, false),
                            new Unchecked(false, true),
                            new Unchecked(true, true));
            assertThat(rows).allSatisfy(row -> assertThat(row.unread()).isNull());
            assertThat(rows.get(3).images()).singleElement().satisfies(image -> assertThat(image.cardinality())
                    .isEqualTo(2));
            assertThat(((RowFacts.Written) rows.get(3)).getRows())
                    .extracting(row -> row[1])
                    .containsExactly(2, 3);
        }
    }

    private static SessionQueryData of(SourceBinlog binlog, String start, int atLeast) {
        List<SessionQueryData> statements = binlog.await(SessionQueryData.class, atLeast);
        return statements.stream()
                .filter(query -> query.getSql().startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError(statements));
    }

    private static String ask(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
