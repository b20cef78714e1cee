package io.dataflowsync.dpu.mapping;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.ColumnRule;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "datetime|0000-00-00|0000-00-00 00:00:00",
                "datetime(3)|2026-01-02 03:04|2026-01-02 03:04:00.000",
                "timestamp(2)|2026-01-02 03:04:05.1|2026-01-02 03:04:05.10",
                "time|10:00|10:00:00",
                "time(1)|-100:00:00|-100:00:00.0",
                "decimal(5,2)|1|1.00",
                "decimal(5,0)|1.0|1",
                "int(11)|007|7",
                "bigint(20)|+7|7"
            })
    void aWordIsWrittenAsTheColumnPrintsIt(String type, String word, String printed) {
        assertThatThrownBy(() -> require(type, word)).hasMessageContaining("prints as '" + printed + "'");
        assertThatCode(() -> require(type, printed)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "varchar(9)|007",
                "date|0000-00-00",
                "decimal(5,2)|1.005",
                "int(11)|none",
                "enum('01')|01",
                "datetime|soon"
            })
    void whatTheColumnNeverPrintsIsLeftAlone(String type, String word) {
        assertThatCode(() -> require(type, word)).doesNotThrowAnyException();
    }

    private static void require(String type, String word) {
        MapWords.requirePrinted(
                new TableName("shop", "orders"),
                new ColumnDefinition("at", type, true, false, false, false),
                new ColumnRule(
                        ColumnRule.OnTopic.UNCHANGED,
                        Optional.empty(),
                        true,
                        ColumnRule.Values.of(Map.of(word, "x"), Optional.empty(), Optional.empty())));
    }
}
