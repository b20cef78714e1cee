package io.dataflowsync.dpu.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"A|`a `", "ab|AB", "[`\"a \",1]`|[`\"A\",1]`", "0xAB|0xab"})
    void keysThatACollationTakesForOneHaveOneSpelling(String one, String other) {
        assertThat(Spelling.of(one)).isPresent().isEqualTo(Spelling.of(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a|b", "1|11", "10|100", "0.5|0.50", "2020-01-01|2020-01-11", "[1,11]|[11,1]", "ab|ba", "[|a"})
    void keysThatDifferToEachKeepTheirs(String one, String other) {
        assertThat(Spelling.of(one)).isNotEqualTo(Spelling.of(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"M\u00fcller", "stra\u00dfe", "a\u200bb", "\ud83d\ude00", "a\u0001"})
    void whatOnlyACollationKnowsMayBeAny(String key) {
        assertThat(Spelling.of(key)).isEmpty();
    }

    @Test
    void noneIsEmpty() {
        assertThat(Spelling.of(" ")).contains(" ");
    }
}
