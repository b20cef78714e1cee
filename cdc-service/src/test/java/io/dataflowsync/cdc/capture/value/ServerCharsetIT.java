package io.dataflowsync.cdc.capture.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code of every character set, as a real 5.7 reads it. */
class ServerCharsetIT {
    private static final RunDirectory RUN = RunDirectory.open();
    private static final HexFormat HEX = HexFormat.of();
    private static MySql57 source;

    @BeforeAll
    static void start() {
        source = MySql57.start(RUN);
        source.execute("", "CREATE SCHEMA charsets");
        source.execute(
                "charsets",
                "CREATE TABLE digits (d INT)",
                "CREATE TABLE numbers (n INT)",
                "INSERT INTO digits VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)",
                "INSERT INTO numbers SELECT a.d * 65536 + b.d * 4096 + c.d * 256 + d.d * 16 + e.d"
                        + " FROM digits a, digits b, digits c, digits d, digits e WHERE a.d < 3");
    }

    @AfterAll
    static void stop() {
        RUN.close();
    }

    static List<String> charsets() throws SQLException {
        return texts("SELECT CHARACTER_SET_NAME FROM information_schema.CHARACTER_SETS"
                + " WHERE CHARACTER_SET_NAME <> 'binary' ORDER BY 1");
    }

    static List<String> charsetsOfCodes() throws SQLException {
        return charsets().stream()
                .filter(name -> !name.startsWith("utf") && !name.equals("ucs2"))
                .toList();
    }

    @Test
    void allAreKnown() throws SQLException {
        assertThat(charsets()).hasSize(40).allSatisfy(name -> assertThat(ServerCharset.named(name))
                .isPresent());
    }

    /** Of one byte, of two, and of three in the two sets that have them by a first byte of 8F. */
    @ParameterizedTest
    @MethodSource("charsetsOfCodes")
    void everyCodeIsReadAsTheServerDoes(String name) throws SQLException {
        assertThat(differences(name, "LPAD(HEX(n), 2, '0')", "n < 256")).isEmpty();
        if (Integer.parseInt(texts("SELECT MAXLEN FROM information_schema.CHARACTER_SETS WHERE CHARACTER_SET_NAME = '"
                                + name + "'")
                        .get(0))
                > 1) {
            assertThat(differences(name, "LPAD(HEX(n), 4, '0')", "n BETWEEN 0x8000 AND 0xFFFF"))
                    .isEmpty();
        }
        if (name.equals("ujis") || name.equals("eucjpms")) {
            assertThat(differences(name, "CONCAT('8F', HEX(n))", "n BETWEEN 0xA1A1 AND 0xFEFE"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("charsets")
    void everySignOfUnicodeThatItHasIsReadAsTheServerDoes(String name) throws SQLException {
        String code = "HEX(CONVERT(CONVERT(CHAR(n USING utf32) USING utf8mb4) USING " + name + "))";
        assertThat(differences(name, code, "n NOT BETWEEN 0xD800 AND 0xDFFF")).isEmpty();
    }

    /** What is one sign for the server, and another text for us: {@code A1C0: \, FF3C}. */
    private static List<String> differences(String name, String code, String numbers) throws SQLException {
        ServerCharset charset = ServerCharset.named(name).orElseThrow();
        String sign = "CONVERT(CONVERT(UNHEX(code) USING " + name + ") USING utf8mb4)";
        List<String> differences = new ArrayList<>();
        int compared = 0;
        try (Connection client = source.connect("charsets");
                Statement statement = client.createStatement();
                ResultSet rows = statement.executeQuery("SELECT code, HEX(" + sign + ") FROM (SELECT " + code
                        + " AS code FROM numbers WHERE " + numbers + ") codes WHERE CHAR_LENGTH(" + sign + ") = 1")) {
            while (rows.next()) {
                String expected = new String(HEX.parseHex(rows.getString(2)), StandardCharsets.UTF_8);
                String decoded = charset.decode(HEX.parseHex(rows.getString(1)));
                compared++;
                if (!expected.equals(decoded)) {
                    differences.add(rows.getString(1) + ": " + expected + ", " + decoded);
                }
            }
        }
        assertThat(compared).as("codes").isPositive();
        return differences;
    }

    private static List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection client = source.connect("");
                Statement statement = client.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
