package io.dataflowsync.dpu.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.contract.table.ColumnDefinition;
import org.junit.jupiter.api.Test;

class KeyComparisonTest {
    private static ColumnDefinition column(String type) {
        return text(type, "");
    }

    private static ColumnDefinition text(String type, String collation) {
        return new ColumnDefinition("c", type, true, false, false, true, collation, false);
    }

    @Test
    void numbersAreEqualHoweverTheyAreWritten() {
        assertThat(KeyComparison.of(column("int(11)"), column("int(10) unsigned"))
                        .of(7L))
                .isEqualTo("7");
        KeyComparison decimal = KeyComparison.of(column("decimal(9,2)"), column("decimal(9,2)"));
        assertThat(decimal.of("1.50")).isEqualTo(decimal.of("1.5"));
        assertThat(decimal.of("-0.00")).isEqualTo(decimal.of("0"));
        KeyComparison floating = KeyComparison.of(column("double"), column("double"));
        assertThat(floating.of(-0.0)).isEqualTo(floating.of(0.0));
    }

    @Test
    void textIsFoldedWhereTheCollationIsKnown() {
        KeyComparison letters =
                KeyComparison.of(text("varchar(9)", "utf8_general_ci"), text("char(20)", "utf8_general_ci"));
        assertThat(letters.of("aB ")).isEqualTo("ab");
        assertThat(letters.of(" a")).isEqualTo(" a");
        assertThat(letters.of("é")).isNull();
        assertThat(letters.of("a\t")).isNull();

        KeyComparison codes = KeyComparison.of(text("varchar(9)", "utf8_bin"), text("varchar(9)", "utf8_bin"));
        assertThat(codes.of("é ")).isEqualTo("é");
    }

    @Test
    void bytesAreEqualWithTheirPadding() {
        KeyComparison bytes = KeyComparison.of(column("binary(4)"), column("varbinary(9)"));
        assertThat(bytes.of(new Binary(new byte[] {97, 0}))).isEqualTo(bytes.of(new Binary(new byte[] {97})));
        assertThat(bytes.of(new Binary(new byte[] {0, 97}))).isNotEqualTo(bytes.of(new Binary(new byte[] {97})));
    }

    @Test
    void nothingIsKnownOfColumnsThatAreNotComparedByTheirText() {
        assertThat(KeyComparison.of(text("varchar(9)", "utf8_roman_ci"))).isEqualTo(KeyComparison.UNKNOWN);
        assertThat(KeyComparison.of(text("varchar(9)", ""))).isEqualTo(KeyComparison.UNKNOWN);
        assertThat(KeyComparison.of(text("varchar(9)", "utf8_bin"), text("varchar(9)", "utf8_general_ci")))
                .isEqualTo(KeyComparison.UNKNOWN);
        assertThat(KeyComparison.of(column("enum('a','b')"), column("enum('b','a')")))
                .isEqualTo(KeyComparison.UNKNOWN);
        assertThat(KeyComparison.of(column("enum('a','b')"), column("enum('A','b')")))
                .isEqualTo(KeyComparison.UNKNOWN);
        assertThat(KeyComparison.of(column("datetime"), column("datetime(6)"))).isEqualTo(KeyComparison.UNKNOWN);
        assertThat(KeyComparison.of(column("decimal(9,1)"), column("decimal(9,2)")))
                .isEqualTo(KeyComparison.UNKNOWN);
    }
}
