package io.dataflowsync.dpu.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Asks a source which texts each of its collations takes as equal. */
class KeyComparisonIT {

    /** All texts of up to two printable ASCII characters, and all of three letters. */
    private static List<String> texts() {
        List<String> texts = new ArrayList<>(List.of(""));
        for (char a = ' '; a <= '~'; a++) {
            texts.add(String.valueOf(a));
            for (char b = ' '; b <= '~'; b++) {
                texts.add("" + a + b);
            }
        }
        for (char a = 'a'; a <= 'z'; a++) {
            for (char b = 'a'; b <= 'z'; b++) {
                for (char c = 'a'; c <= 'z'; c++) {
                    texts.add("" + a + b + c);
                }
            }
        }
        return texts;
    }

    @Test
    void textsThatACollationTakesAsEqualHaveOneNameOrNone() throws Exception {
        try (RunDirectory run = RunDirectory.open();
                MySql57 source = MySql57.start(run);
                Connection connection = connection(source);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE compared");
            statement.execute("CREATE TABLE compared.texts (t CHAR(3) CHARACTER SET ascii COLLATE ascii_bin, n CHAR(3)"
                    + " CHARACTER SET ascii COLLATE ascii_bin)");
            fill(connection);
            List<String> wrong = new ArrayList<>();
            List<String> known = new ArrayList<>();
            for (Map.Entry<String, String> collation : collations(statement).entrySet()) {
                KeyComparison comparison = KeyComparison.of(column(collation.getKey()));
                if (comparison != KeyComparison.UNKNOWN) {
                    known.add(collation.getKey());
                    if (hasTwoNames(statement, collation.getKey(), collation.getValue())) {
                        wrong.add(collation.getKey());
                    }
                }
            }
            assertThat(wrong).isEmpty();
            assertThat(known).contains("utf8_general_ci", "utf8mb4_unicode_ci", "latin1_swedish_ci", "utf8mb4_bin");
            assertThat(known).doesNotContain("utf8_roman_ci", "latin1_german2_ci", "utf8_lithuanian_ci");
        }
    }

    private static Connection connection(MySql57 source) throws SQLException {
        MysqlDataSource found = new MysqlDataSource();
        found.setUrl("jdbc:mysql://127.0.0.1:" + source.port() + "/?useSSL=false&rewriteBatchedStatements=true");
        found.setUser("root");
        return found.getConnection();
    }

    private static ColumnDefinition column(String collation) {
        return new ColumnDefinition("code", "varchar(9)", true, false, false, true, collation, false);
    }

    private static void fill(Connection connection) throws SQLException {
        KeyComparison comparison = KeyComparison.of(column("utf8_general_ci"));
        try (var insert = connection.prepareStatement("INSERT INTO compared.texts VALUES (?, ?)")) {
            for (String text : texts()) {
                insert.setString(1, text);
                insert.setString(2, Objects.requireNonNull(comparison.of(text)));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Map<String, String> collations(Statement statement) throws SQLException {
        Map<String, String> collations = new LinkedHashMap<>();
        try (ResultSet found = statement.executeQuery(
                "SELECT collation_name, character_set_name FROM information_schema.collations ORDER BY collation_name")) {
            while (found.next()) {
                collations.put(found.getString(1), found.getString(2));
            }
        }
        return collations;
    }

    private static boolean hasTwoNames(Statement statement, String collation, String charset) throws SQLException {
        String text = "CONVERT(t USING " + charset + ") COLLATE " + collation;
        try (ResultSet found = statement.executeQuery(
                "SELECT 1 FROM compared.texts GROUP BY " + text + " HAVING COUNT(DISTINCT n) > 1 LIMIT 1")) {
            return found.next();
        }
    }
}
