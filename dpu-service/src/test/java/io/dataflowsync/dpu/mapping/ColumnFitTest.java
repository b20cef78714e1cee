package io.dataflowsync.dpu.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.contract.table.ColumnDefinition;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnFitTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int(11)|bigint(20)",
                "bigint(20) unsigned|int",
                "bigint(20)|decimal(20,0)",
                "int(11)|double",
                "decimal(10,2)|decimal(12,2)",
                "decimal(10,2) unsigned|decimal(10,4)",
                "float|double",
                "float(7,4)|float",
                "datetime|datetime(3)",
                "timestamp|datetime",
                "time(3)|time(3)",
                "date|datetime",
                "enum('a','b')|enum('b','c','a')",
                "set('a','it''s')|set('a','it''s')",
                "varchar(10)|varchar(10)",
                "char(10)|varchar(20)",
                "varchar(100)|text",
                "int(11)|varchar(20)",
                "binary(4)|binary(4)",
                "json|json"
            })
    void columnsOfLikeTypesCostNothing(String source, String target) {
        assertThat(fit(source, target)).isSameAs(ColumnFit.ANY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "decimal(10,3)|int|2.400",
                "varchar(9)|int|2.4",
                "varchar(9)|int|1e-5",
                "varchar(9)|int|1e-99999",
                "decimal(10,4)|decimal(10,2)|1.2345",
                "decimal(20,10)|float|0.1234567891",
                "decimal(20,10)|double(10,2)|0.125",
                "datetime(3)|datetime|2026-01-01 10:00:00.250",
                "datetime(6)|timestamp(3)|2026-01-01 10:00:00.000001",
                "time(6)|time(2)|-838:59:58.999000",
                "datetime|date|2026-01-01 10:00:00",
                "datetime|time|2026-01-01 10:00:00",
                "varchar(30)|date|2026-01-01T10:00",
                "varchar(30)|date|20260101103000",
                "varchar(30)|datetime|2026-01-01 10:00:00.5",
                "varchar(30)|time|2026-01-01 10:00:00"
            })
    void whatWouldBeRoundedOrCutIsNotWritten(String source, String target, String value) {
        refused(fit(source, target), value, ErrorCode.VALUE_TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "enum('1','3')|enum('3','6')|1",
                "varchar(9)|enum('a','b')|2",
                "varchar(9)|enum('a','b')|A",
                "set('1','8')|set('1','2')|1,8",
                "time|datetime|10:11:12",
                "time|date|10:11:12",
                "date|time|2026-01-01",
                "varchar(9)|date|10:11:12",
                "varchar(9)|datetime|10:11:12",
                "varchar(30)|date|31/12/25",
                "varchar(30)|datetime|26-01-02 03:04:05",
                "varchar(30)|timestamp|260102030405",
                "int(11)|date|260102",
                "varchar(30)|datetime|2026-01-02 03:04:05+02:00",
                "varchar(30)|datetime|2026-01-02T03:04:05.000 -11:30",
                "varchar(9)|int|many",
                "varchar(9)|decimal(10,2)|12abc",
                "date|year|2026-01-01",
                "varchar(9)|enum('?','a')| 1",
                "varchar(9)|bit(8)|x",
                "varchar(9)|bit(8)|-1",
                "varchar(9)|year|0",
                "varchar(9)|year|26"
            })
    void whatWouldBeTakenForAnotherValueIsNotWritten(String source, String target, String value) {
        refused(fit(source, target), value, ErrorCode.WRONG_VALUE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "decimal(10,3)|decimal(10,2)|1.230",
                "datetime(3)|datetime|2026-01-01 10:00:00.000",
                "datetime|date|2026-01-01 00:00:00",
                "datetime(3)|date|0000-00-00 00:00:00.000",
                "time(6)|time(2)|-00:00:00.250000",
                "varchar(9)|date|2026/1/2",
                "varchar(30)|date|0000-00-00",
                "varchar(30)|date|00",
                "varchar(30)|datetime|20260102030405",
                "varchar(30)|timestamp|2026-01-02 03:04:05",
                "varchar(30)|time|26:01:02",
                "varchar(9)|double|0.1",
                "decimal(20,10)|float|0.1000000000",
                "decimal(20,10)|double(10,2)|0.1200000000",
                "enum('1','3')|enum('3','6')|3",
                "enum('1','3')|enum('3','6')|''",
                "set('1','8')|set('1','2')|1",
                "varchar(20)|varchar(5)|abcde",
                "varchar(20)|char(5)|a b",
                "varchar(20)|enum('?','a')|ä"
            })
    void whatTheTypeHoldsIsWritten(String source, String target, String value) {
        assertThat(fit(source, target).of(value)).isEqualTo(value);
    }

    @Test
    void textsThatNameNumbersAreNumbersOfWholeTypes() {
        assertThat(fit("decimal(10,3)", "int").of("2.000")).isEqualTo(2L);
        assertThat(fit(null, "bit(8)").of("3")).isEqualTo(3L);
        assertThat(fit("decimal(20,0)", "bit(64)").of("18446744073709551615"))
                .isEqualTo(new BigInteger("18446744073709551615"));
        assertThat(fit(null, "year").of("0")).isEqualTo(0L);
        assertThat(fit(null, "year").of("2026")).isEqualTo(2026L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int|7|07",
                "int|-7|+7",
                "int|0|-0",
                "int|7|7.0",
                "int|7|' 7'",
                "bigint unsigned|18446744073709551615|018446744073709551615",
                "decimal(10,2)|1.50|1.5",
                "double|1.5|1.50",
                "float|0.1|0.10",
                "bit(8)|3|03",
                "year|2026|'2026 '",
                "date|2026-01-02|2026-1-2",
                "datetime|2026-01-02 03:04:05|2026-01-02T03:04:05",
                "datetime(2)|2026-01-02 03:04:05.50|2026-01-02 03:04:05.5",
                "time|-03:04:05|-3:04:05",
            })
    void aTextIsTheKeyOfANumberOrADayOnlyAsThatIsPrinted(String type, String printed, String other) {
        ColumnFit key = ColumnFit.ofKey(column("varchar(40)"), column(type));
        assertThat(String.valueOf(key.of(printed))).isEqualTo(printed);
        refused(key, other, ErrorCode.WRONG_VALUE);
        assertThat(ColumnFit.ofKey(column("varchar(40)"), column("varchar(50)")))
                .isSameAs(ColumnFit.ANY);
        assertThat(ColumnFit.ofKey(column("int(11)"), column("bigint(20)"))).isSameAs(ColumnFit.ANY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": 1, \"b\": {\"a\": 2}, \"c\": [{\"a\": 3}, {\"a\": 4}]}",
                "[18446744073709551615, -9223372036854775808, 0.1, 1.0, 1e3, -0.0, 36893488147419103232]",
                "no document"
            })
    void aTextThatADocumentHoldsIsWritten(String text) {
        assertThat(fit("text", "json").of(text)).isEqualTo(text);
    }

    @Test
    void aTextThatADocumentDoesNotHoldIsNotWritten() {
        refused(fit("text", "json"), "{\"a\": 1, \"a\": 1}", ErrorCode.WRONG_VALUE);
        refused(fit("longtext", "json"), "[{\"a\": {\"b\": 1, \"\\u0062\": 2}}]", ErrorCode.WRONG_VALUE);
        refused(fit("text", "json"), "[12345678901234567890.123]", ErrorCode.VALUE_TOO_LONG);
        refused(fit("text", "json"), "18446744073709551617", ErrorCode.VALUE_TOO_LONG);
        refused(fit("text", "json"), "1e-999", ErrorCode.VALUE_TOO_LONG);
    }

    @Test
    void numbersAreWordsOfMembers() {
        assertThat(fit("tinyint(4)", "enum('0','1')").of(1L)).isEqualTo("1");
        assertThat(fit("double", "set('5','7')").of(5.0)).isEqualTo("5");
        refused(fit("tinyint(4)", "enum('a','b')"), 1L, ErrorCode.WRONG_VALUE);
    }

    @Test
    void approximateNumbersAreHeldOrRefused() {
        refused(fit("double", "int"), 2.5, ErrorCode.VALUE_TOO_LONG);
        refused(fit("double", "decimal(10,2)"), 0.1 + 0.2, ErrorCode.VALUE_TOO_LONG);
        refused(fit("double", "float"), 0.123456789012, ErrorCode.VALUE_TOO_LONG);
        refused(fit("double", "float"), 1e-60, ErrorCode.VALUE_TOO_LONG);
        refused(fit("bigint(20)", "double"), 9007199254740993L, ErrorCode.VALUE_TOO_LONG);
        refused(fit("double", "year"), 2001.5, ErrorCode.VALUE_TOO_LONG);
        assertThat(fit("double", "decimal(10,2)").of(0.3)).isEqualTo(0.3);
        assertThat(fit("bigint(20)", "double").of(9007199254740992L)).isEqualTo(9007199254740992L);
        assertThat(fit("double", "float").of(0.1)).isEqualTo(0.1);
    }

    @Test
    void numbersAreWrittenIntoTextsAsMySqlPrintsThem() {
        ColumnFit text = fit("double", "varchar(30)");
        assertThat(text.of(5.0)).isEqualTo("5");
        assertThat(text.of(12_000_000.0)).isEqualTo("12000000");
        assertThat(text.of(0.0005)).isEqualTo("0.0005");
        assertThat(text.of(1e14)).isEqualTo("100000000000000");
        assertThat(text.of(1e15)).isEqualTo("1e15");
        assertThat(text.of(-1.5e-16)).isEqualTo("-1.5e-16");
        assertThat(text.of(1e-15)).isEqualTo("0.000000000000001");
        assertThat(text.of(-0.0)).isEqualTo("-0");
        assertThat(text.of(5.684341886080802E-14)).isEqualTo("0.00000000000005684341886080802");
        assertThat(text.of(Double.MAX_VALUE)).isEqualTo("1.7976931348623157e308");
        assertThat(fit("double(10,2)", "text").of(5.0)).isEqualTo("5.00");
        assertThat(fit("float", "varchar(30)").of(250_000.0)).isEqualTo("250000");
        assertThat(fit("float", "varchar(30)").of(1_234_567.0)).isEqualTo("1234570");
        assertThat(fit("year(4)", "varchar(30)").of(0L)).isEqualTo("0000");
    }

    @Test
    void theResultOfAnExpressionIsRoundedAsInSql() {
        assertThat(ColumnFit.ofComputed(column("decimal(10,2)"))).isSameAs(ColumnFit.ANY);
        refused(ColumnFit.ofComputed(column("enum('a','b')")), 1L, ErrorCode.WRONG_VALUE);
    }

    @Test
    void blanksAndNoughtsAreNeitherCutOffNorAdded() {
        refused(fit("varchar(10)", "char(10)"), "a ", ErrorCode.VALUE_TOO_LONG);
        refused(fit("varchar(10)", "varchar(2)"), "ab ", ErrorCode.VALUE_TOO_LONG);
        refused(fit("varbinary(4)", "binary(4)"), new Binary(new byte[] {1}), ErrorCode.WRONG_VALUE);
        Binary whole = new Binary(new byte[] {1, 2, 3, 4});
        assertThat(fit("varbinary(4)", "binary(4)").of(whole)).isEqualTo(whole);
    }

    @Test
    void bytesAreReadAsText() {
        Binary text = new Binary("1.5 ".getBytes(StandardCharsets.UTF_8));
        refused(fit("varbinary(9)", "int"), text, ErrorCode.VALUE_TOO_LONG);
        refused(fit("varbinary(9)", "char(9)"), text, ErrorCode.VALUE_TOO_LONG);
        refused(fit("varbinary(9)", "enum('a')"), text, ErrorCode.WRONG_VALUE);
        assertThat(fit("varbinary(9)", "varchar(9)").of(text)).isEqualTo(text);
        assertThat(fit("varbinary(9)", "bit(8)").of(text)).isEqualTo(text);
    }

    @Test
    void aColumnThatMakesItsClockOfNullIsGivenNone() {
        ColumnDefinition clock = new ColumnDefinition("c", "timestamp(6)", false, false, false, true);
        ColumnFit fit = ColumnFit.of(column("timestamp(6)"), clock);
        assertThat(fit.of("2026-01-02 03:04:05")).isEqualTo("2026-01-02 03:04:05");
        assertThatThrownBy(fit::requireNull)
                .isInstanceOfSatisfying(
                        MappingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NULL_VALUE))
                .hasMessage(
                        "column c gets NULL, and the target's column is timestamp(6) NOT NULL: let it be NULL there,"
                                + " and replay; or let the pipeline file say what stands for NULL");
        ColumnFit.of(column("timestamp"), column("timestamp")).requireNull();
        ColumnFit.of(column("int"), new ColumnDefinition("c", "int", false, false, false, false))
                .requireNull();
    }

    @Test
    void theTextNamesColumnValueTypeAndWayOn() {
        assertThatThrownBy(() -> fit("decimal(10,4)", "decimal(10,2)").of("1.2345"))
                .hasMessage(
                        "column c gets '1.2345', and the target's type decimal(10,2) would round it or cut it off:"
                                + " give the column there a type that holds it, and replay; or let the pipeline file make it fit");
    }

    private static void refused(ColumnFit fit, Object value, ErrorCode code) {
        assertThatThrownBy(() -> fit.of(value)).isInstanceOfSatisfying(MappingException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    private static ColumnFit fit(@Nullable String source, String target) {
        return ColumnFit.of(source == null ? null : column(source), column(target));
    }

    private static ColumnDefinition column(String type) {
        return new ColumnDefinition("c", type, true, false, false, true);
    }
}
