package io.dataflowsync.dpu.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LostLettersTest {
    @ParameterizedTest
    @CsvSource({
        "utf8mb4_bin, latin1, false",
        "utf8mb4_bin, utf8mb4, true",
        "utf8mb4_bin, utf8, false",
        "utf8mb3_bin, utf8, true",
        "latin1_bin, latin1, true",
        "latin1_bin, binary, true",
        "latin1_bin, '', true"
    })
    void onlyALargerOrTheSameCharacterSetHasAllLetters(String collation, String charset, boolean none) {
        assertThat(letters(collation).haveNoneIn(charset)).isEqualTo(none);
    }

    @Test
    void whatTheSourceHasLostTooIsNotLookedFor() {
        String others = "EXISTS (SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = _utf8mb4 X'73'"
                + " AND TABLE_NAME = _utf8mb4 X'74' AND SUBSTRING_INDEX(TABLE_COLLATION, '_', 1) ";
        String beyondAscii = " AND LENGTH(CONVERT(`c` USING utf8mb4)) > CHAR_LENGTH(`c`)";
        assertThat(letters("utf8mb4_bin").inThatOfTable("utf8mb4", false))
                .isEqualTo(others + "NOT IN ('utf8mb4'))" + beyondAscii);
        assertThat(letters("utf8mb4_bin").inThatOfTable("latin1", true))
                .isEqualTo(others + "NOT IN ('latin1', 'utf8mb4'))" + beyondAscii);
        assertThat(letters("utf8mb4_bin").inThatOfTable("latin1", false))
                .isEqualTo(
                        others + "NOT IN ('latin1', 'utf8mb4'))" + beyondAscii + " OR " + others
                                + "= 'latin1') AND NOT (BINARY `c` <=> BINARY CONVERT(CONVERT(`c` USING latin1) USING utf8mb4))");
    }

    private static LostLetters letters(String collation) {
        return new LostLetters(
                new TableName("s", "t"),
                new ColumnDefinition("c", "varchar(9)", true, false, false, true, collation, false));
    }
}
