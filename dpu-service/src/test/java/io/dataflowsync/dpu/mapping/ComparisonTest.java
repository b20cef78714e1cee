package io.dataflowsync.dpu.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.catalog.ColumnDefinition;
import io.dataflowsync.contract.event.Binary;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static ColumnDefinition column(String type) {
        return text(type, "");
    }

    private static ColumnDefinition text(String type, String collation) {
        return new ColumnDefinition("c", type, true, false, false, true, collation, false);
    }

    @Test
    void numbersAreEqualHoweverTheyAreWritten() {
        assertThat(Comparison.of(column("int(11)"), column("int(10) unsigned")).of(7L))
                .isEqualTo("7");
        Comparison decimal = Comparison.of(column("decimal(9,2)"), column("decimal(9,2)"));
        assertThat(decimal.of("1.50")).isEqualTo(decimal.of("1.5"));
        assertThat(decimal.of("-0.00")).isEqualTo(decimal.of("0"));
        Comparison floating = Comparison.of(column("double"), column("double"));
        assertThat(floating.of(-0.0)).isEqualTo(floating.of(0.0));
    }

    @Test
    void textIsFoldedWhereTheCollationIsKnown() {
        Comparison letters = Comparison.of(text("varchar(9)", "utf8_general_ci"), text("char(20)", "utf8_general_ci"));
        assertThat(letters.of("aB ")).isEqualTo("ab");
        assertThat(letters.of(" a")).isEqualTo(" a");
        assertThat(letters.of("é")).isNull();
        assertThat(letters.of("a\t")).isNull();

        Comparison codes = Comparison.of(text("varchar(9)", "utf8_bin"), text("varchar(9)", "utf8_bin"));
        assertThat(codes.of("é ")).isEqualTo("é");
    }

    @Test
    void bytesAreEqualWithTheirPadding() {
        Comparison bytes = Comparison.of(column("binary(4)"), column("varbinary(9)"));
        assertThat(bytes.of(new Binary(new byte[] {97, 0}))).isEqualTo(bytes.of(new Binary(new byte[] {97})));
        assertThat(bytes.of(new Binary(new byte[] {0, 97}))).isNotEqualTo(bytes.of(new Binary(new byte[] {97})));
    }

    @Test
    void nothingIsKnownOfColumnsThatAreNotComparedByTheirText() {
        assertThat(Comparison.of(text("varchar(9)", "utf8_roman_ci"))).isEqualTo(Comparison.UNKNOWN);
        assertThat(Comparison.of(text("varchar(9)", ""))).isEqualTo(Comparison.UNKNOWN);
        assertThat(Comparison.of(text("varchar(9)", "utf8_bin"), text("varchar(9)", "utf8_general_ci")))
                .isEqualTo(Comparison.UNKNOWN);
        assertThat(Comparison.of(column("enum('a','b')"), column("enum('b','a')")))
                .isEqualTo(Comparison.UNKNOWN);
        assertThat(Comparison.of(column("enum('a','b')"), column("enum('A','b')")))
                .isEqualTo(Comparison.UNKNOWN);
        assertThat(Comparison.of(column("datetime"), column("datetime(6)"))).isEqualTo(Comparison.UNKNOWN);
        assertThat(Comparison.of(column("decimal(9,1)"), column("decimal(9,2)")))
                .isEqualTo(Comparison.UNKNOWN);
    }
}
