package io.dataflowsync.dpu.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.dpu.statement.SqlStatement.Expected;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SqlTextTest {
    @Test
    void valuesStandInTheirPlaces() {
        assertThat(text("INSERT INTO `t` (`a`, `b`, `c`) VALUES (?, ?, ?)", 1L, "x", null))
                .isEqualTo("INSERT INTO `t` (`a`, `b`, `c`) VALUES (1, 'x', NULL)");
    }

    @Test
    void whatWouldEndAStringOrALineIsEscaped() {
        assertThat(text("SELECT ?", "O'Hara \\ \n\r\0")).isEqualTo("SELECT 'O''Hara \\\\ \\n\\r\\0'");
    }

    @Test
    void aQuestionMarkInANameOrALiteralIsNoPlace() {
        assertThat(text("UPDATE `wh``at?` SET `a` = f(?, 'why?')", 5L))
                .isEqualTo("UPDATE `wh``at?` SET `a` = f(5, 'why?')");
    }

    @Test
    void bytesAreHexadecimal() {
        assertThat(text("SELECT ?, ?", new Binary(new byte[] {0, (byte) 0xFF}), new Binary(new byte[0])))
                .isEqualTo("SELECT 0x00FF, ''");
    }

    @Test
    void longValuesAreShortenedBetweenCharacters() {
        String emoji = "😀".repeat(1_500);

        assertThat(text("SELECT ?", "a" + emoji))
                .isEqualTo("SELECT 'a" + "😀".repeat(999) + "'/* … of 3001 characters */");
        assertThat(text("SELECT ?", new Binary(new byte[1_001])))
                .isEqualTo("SELECT 0x" + "00".repeat(1_000) + "/* … of 1001 bytes */");
    }

    private static String text(String sql, @Nullable Object... values) {
        return SqlText.of(new SqlStatement(sql, Arrays.asList(values), Expected.ONE, null));
    }
}
