package io.dataflowsync.cdc.capture.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.table.ColumnDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyValuesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int(11) | bigint(20)",
                "int(11) unsigned | int(10) unsigned",
                "decimal(5,2) | decimal(8,4)",
                "char(3) | varchar(3)",
                "varchar(3) | varchar(30)",
                "date | datetime",
                "datetime | datetime(3)",
                "time(2) | time(4)",
                "varbinary(4) | varbinary(6)",
                "enum('a','b') | enum('a','b','c')",
                "year(4) | year(4)"
            })
    void aTypeThatIsOnlyLargerKeepsThem(String was, String is) {
        assertThat(KeyValues.stay(column(was), column(is))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bigint(20) | int(11)",
                "int(11) | int(11) unsigned",
                "decimal(5,2) | decimal(5,3)",
                "decimal(5,2) | decimal(5,1)",
                "varchar(3) | char(3)",
                "varchar(30) | varchar(3)",
                "datetime(3) | datetime",
                "datetime | timestamp",
                "datetime | date",
                "binary(4) | binary(6)",
                "enum('a','b') | enum('b','a')",
                "int(11) | varchar(11)",
                "double | float"
            })
    void anyOtherMayNot(String was, String is) {
        assertThat(KeyValues.stay(column(was), column(is))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "latin1_swedish_ci, latin1_bin, true",
        "latin1_swedish_ci, utf8_general_ci, true",
        "utf8_general_ci, utf8mb4_bin, true",
        "ucs2_bin, utf8_general_ci, true",
        "ascii_bin, cp1251_bin, true",
        "utf8mb4_bin, utf8_bin, false",
        "utf8_general_ci, latin1_swedish_ci, false",
        "latin1_swedish_ci, latin2_general_ci, false",
        "latin1_swedish_ci, ascii_bin, false"
    })
    void aCharacterSetThatHasAllSignsKeepsThem(String was, String is, boolean stay) {
        assertThat(KeyValues.stay(text(was), text(is))).isEqualTo(stay);
    }

    private static ColumnDefinition text(String collation) {
        return new ColumnDefinition("k", "varchar(9)", false, false, false, false, collation, false);
    }

    private static ColumnDefinition column(String type) {
        return new ColumnDefinition("k", type, false, false, false, false);
    }
}
