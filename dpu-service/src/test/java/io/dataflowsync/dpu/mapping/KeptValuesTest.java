package io.dataflowsync.dpu.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.table.ColumnDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int(11) | bigint(20) | true | true",
                "int(11) | int(5) | true | true",
                "int(10) unsigned | bigint(20) | true | true",
                "int(10) unsigned | int(11) | false | true",
                "bigint(20) | smallint(6) | false | true",
                "int(11) | varchar(20) | false | false",
                "decimal(6,2) | decimal(8,2) | true | true",
                "decimal(6,2) | decimal(4,2) | false | true",
                "decimal(6,2) | decimal(6,0) | false | false",
                "decimal(6,2) | decimal(8,3) | false | false",
                "decimal(6,2) | int(11) | false | false",
                "varbinary(9) | varbinary(20) | true | true",
                "varbinary(9) | varbinary(8) | false | false",
                "binary(4) | binary(5) | false | false",
                "blob | longblob | true | true",
                "blob | tinyblob | false | false",
                "datetime(3) | datetime | false | false",
                "float | double | false | false",
                "date | date | true | true"
            })
    void whatOnlyWidensKeepsItsValues(String before, String behind, boolean kept, boolean keptWhereStrict) {
        assertThat(KeptValues.are(column(before, "", true), column(behind, "", true), mode(false)))
                .isEqualTo(kept);
        assertThat(KeptValues.are(column(before, "", true), column(behind, "", true), mode(true)))
                .isEqualTo(keptWhereStrict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "varchar(9) | latin1_swedish_ci | varchar(20) | utf8mb4_bin | true",
                "varchar(9) | utf8mb4_bin | varchar(9) | latin1_swedish_ci | false",
                "varchar(9) | utf8_bin | varchar(9) | utf8_general_ci | true",
                "varchar(9) | utf8_bin | varchar(8) | utf8_bin | false",
                "varchar(9) | utf8_bin | char(9) | utf8_bin | false",
                "char(9) | utf8_bin | varchar(9) | utf8_bin | true",
                "varchar(63) | utf8_bin | tinytext | utf8_bin | true",
                "varchar(64) | utf8_bin | tinytext | utf8_bin | false",
                "text | utf8_bin | varchar(9999) | utf8_bin | false",
                "text | utf8_bin | mediumtext | utf8_bin | true",
                "text | latin1_swedish_ci | text | utf8mb4_bin | false",
                "tinytext | latin1_swedish_ci | text | utf8mb4_bin | true",
                "enum('a','b') | utf8_bin | enum('a','b','c') | utf8_bin | true",
                "enum('a','b') | utf8_bin | enum('b','a') | utf8_bin | false",
                "enum('a') | utf8_bin | enum('a''b') | utf8_bin | false",
                "set('a') | utf8_bin | set('a','c''d') | utf8_bin | true",
                "enum('a','b') | utf8_bin | enum('a') | utf8_bin | false",
                "varchar(9) | utf8_bin | int(11) | | false",
            })
    void aTextKeepsItsLetters(String before, String of, String behind, String to, boolean kept) {
        assertThat(KeptValues.are(column(before, of, true), column(behind, to, true), mode(true)))
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"int(11), true, true", "int(11), false, false", "timestamp, true, false"})
    void nullBecomesAValueWhereItIsNotRefused(String type, boolean strict, boolean kept) {
        assertThat(KeptValues.are(column(type, "", true), column(type, "", false), mode(strict)))
                .isEqualTo(kept);
        assertThat(KeptValues.are(column(type, "", false), column(type, "", true), mode(strict)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "char(9), varchar(9), false",
        "char(9), text, false",
        "char(9), char(20), true",
        "varchar(9), varchar(20), true"
    })
    void aCharThatIsReadWithItsBlanksKeepsThemInAnotherType(String before, String behind, boolean kept) {
        assertThat(KeptValues.are(
                        column(before, "utf8_bin", true), column(behind, "utf8_bin", true), new ValueMode(true, true)))
                .isEqualTo(kept);
    }

    private static ValueMode mode(boolean strict) {
        return new ValueMode(strict, false);
    }

    private static ColumnDefinition column(String type, String collation, boolean nullable) {
        return new ColumnDefinition("c", type, nullable, false, false, true, collation, false);
    }
}
