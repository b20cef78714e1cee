package io.dataflowsync.cdc.capture.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.shyiko.mysql.binlog.event.deserialization.ColumnType;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The bytes are reckoned by the manual's description of the formats. */
class TemporalCellsTest {
    @Test
    void aDateMayBeNoDayOfTheCalendar() throws IOException {
        assertThat(read(ColumnType.DATE, 0, "76d50f")).isEqualTo("2026-11-22");
        assertThat(read(ColumnType.DATE, 0, "000000")).isEqualTo("0000-00-00");
        assertThat(read(ColumnType.DATE, 0, "60d50f")).isEqualTo("2026-11-00");
    }

    @Test
    void aTimeIsNegativeAsAWholeWithItsFraction() throws IOException {
        assertThat(read(ColumnType.TIME_V2, 0, "800000")).isEqualTo("00:00:00");
        assertThat(read(ColumnType.TIME_V2, 0, "b46efb")).isEqualTo("838:59:59");
        assertThat(read(ColumnType.TIME_V2, 0, "4b9105")).isEqualTo("-838:59:59");
        assertThat(read(ColumnType.TIME_V2, 6, "7fffffffffff")).isEqualTo("-00:00:00.000001");
        assertThat(read(ColumnType.TIME_V2, 3, "7ffffffff6")).isEqualTo("-00:00:00.001");
        assertThat(read(ColumnType.TIME_V2, 1, "80000046")).isEqualTo("00:00:00.7");
    }

    @Test
    void aDatetimeHasTheDigitsOfItsColumnExactly() throws IOException {
        assertThat(read(ColumnType.DATETIME_V2, 0, "8000000000")).isEqualTo("0000-00-00 00:00:00");
        assertThat(read(ColumnType.DATETIME_V2, 6, "99bb6ca28b01e240")).isEqualTo("2026-11-22 10:10:11.123456");
        assertThat(read(ColumnType.DATETIME_V2, 6, "99bb6ca28b000039")).isEqualTo("2026-11-22 10:10:11.000057");
        assertThat(read(ColumnType.DATETIME_V2, 5, "99bb6ca28b00023a")).isEqualTo("2026-11-22 10:10:11.00057");
    }

    @Test
    void aTimestampIsInUtcAndItsFirstSecondIsTheZeroDate() throws IOException {
        assertThat(read(ColumnType.TIMESTAMP_V2, 0, "7fffffff")).isEqualTo("2038-01-19 03:14:07");
        assertThat(read(ColumnType.TIMESTAMP_V2, 3, "000000010000")).isEqualTo("1970-01-01 00:00:01.000");
        assertThat(read(ColumnType.TIMESTAMP_V2, 2, "0000000000")).isEqualTo("0000-00-00 00:00:00.00");
    }

    @Test
    void columnsOfTablesOlderThanFractionsAreReadToo() throws IOException {
        assertThat(read(ColumnType.TIMESTAMP, 0, "ffffff7f")).isEqualTo("2038-01-19 03:14:07");
        assertThat(read(ColumnType.TIME, 0, "40e201")).isEqualTo("12:34:56");
        assertThat(read(ColumnType.TIME, 0, "c01dfe")).isEqualTo("-12:34:56");
        assertThat(read(ColumnType.DATETIME, 0, "134ffc686d120000")).isEqualTo("2026-11-22 10:10:11");
    }

    @Test
    void ofAnotherColumnNothingIsRead() throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(new byte[] {1, 2, 3, 4});
        assertThat(TemporalCells.read(ColumnType.LONG, 0, in)).isEmpty();
        assertThat(in.available()).isEqualTo(4);
    }

    private static String read(ColumnType type, int digits, String hex) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(HexFormat.of().parseHex(hex));
        String literal = TemporalCells.read(type, digits, in).orElseThrow();
        assertThat(in.available()).as("bytes left").isZero();
        return literal;
    }
}
