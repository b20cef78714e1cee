package io.dataflowsync.dpu.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.dpu.OneSession;
import io.dataflowsync.sandbox.engine.MySql80;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A literal is to the real server the value that it was written for. */
class LiteralIT {
    private static final int TEXTS = 2_000;
    /** The characters that mean something in SQL, more often than they come in texts. */
    private static final String SPECIAL = "'\"\\`%_\0\b\t\n\r\u001a;-#/*{}?:@";

    private static RunDirectory run;
    private static AgroalDataSource pool;

    @BeforeAll
    static void start() throws SQLException {
        run = RunDirectory.open();
        pool = OneSession.of(MySql80.start(run), "");
    }

    @AfterAll
    static void end() {
        pool.close();
        run.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomTextsArriveAsTheyAre(long seed) throws SQLException {
        Random random = new Random(seed);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            values.add(text(random));
        }
        assertThat(read(values))
                .isEqualTo(values.stream()
                        .map(text -> hex(((String) text).getBytes(StandardCharsets.UTF_8)))
                        .toList());
    }

    @Test
    void everyByteArrivesAsItIs() throws SQLException {
        List<Object> values = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int first = 0; first < 256; first++) {
            byte[] bytes = {(byte) first, (byte) '\'', (byte) (255 - first)};
            values.add(new Binary(bytes));
            expected.add(hex(bytes));
        }
        assertThat(read(values)).isEqualTo(expected);
    }

    /** The bytes of each value as the server has them, by one statement like those that write rows. */
    private static List<String> read(List<Object> values) throws SQLException {
        StringBuilder sql = new StringBuilder();
        for (Object value : values) {
            sql.append(sql.isEmpty() ? "SELECT HEX(" : " UNION ALL SELECT HEX(");
            Literal.append(value, sql);
            sql.append(')');
        }
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            List<String> read = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(sql.toString())) {
                while (rows.next()) {
                    read.add(rows.getString(1));
                }
            }
            return read;
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(24); length > 0; length--) {
            if (random.nextInt(3) == 0) {
                text.append(SPECIAL.charAt(random.nextInt(SPECIAL.length())));
            } else {
                int codePoint = random.nextInt(random.nextBoolean() ? 0x80 : Character.MAX_CODE_POINT + 1);
                text.appendCodePoint(Character.getType(codePoint) == Character.SURROGATE ? 'x' : codePoint);
            }
        }
        return text.toString();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT);
    }
}
