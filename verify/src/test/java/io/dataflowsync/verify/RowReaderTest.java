package io.dataflowsync.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.table.ColumnDefinition;
import org.junit.jupiter.api.Test;

class RowReaderTest {
    private static String text(String type, boolean printed) {
        return RowReader.asText(new ColumnDefinition("c", type, true, false, false, true), printed);
    }

    @Test
    void numbersAreReadWithAllOfTheirDigits() {
        assertThat(text("float", false)).isEqualTo("CONCAT(`c` * 1e0)");
        assertThat(text("double(10,3)", false)).isEqualTo("CONCAT(`c` * 1e0)");
    }

    @Test
    void numbersThatAreTextsOnTheTargetAreReadAsTheServerPrintsThem() {
        assertThat(text("float", true)).isEqualTo("CAST(`c` AS CHAR)");
    }

    @Test
    void theIndexOfAnEnumIsLookedAt() {
        assertThat(text("enum('a','')", false)).isEqualTo("IF(`c` + 0 = 0, '(no member)', `c`)");
    }
}
