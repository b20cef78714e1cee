package io.dataflowsync.dpu.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A|`a `",
                "é|E",
                "straße|STRASSE",
                "Œuvre|oeuvre",
                "Łódź|LODZ",
                "ﬁn|FIN",
                "カナ|かな",
                "ab|a\u200Bb",
                "[`\"a \",1]`|[`\"A\",1]`",
            })
    void keysThatACollationTakesForOneHaveOneSpelling(String one, String other) {
        assertThat(Spelling.of(one)).isEqualTo(Spelling.of(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a|b", "1|11", "10|100", "0.5|0.50", "2020-01-01|2020-01-11", "[1,11]|[11,1]", "ab|ba"})
    void keysThatDifferToEachKeepTheirs(String one, String other) {
        assertThat(Spelling.of(one)).isNotEqualTo(Spelling.of(other));
    }

    @Test
    void noneIsEmpty() {
        assertThat(Spelling.of(" ")).isNotEmpty();
        assertThat(Spelling.of("\u200B")).isNotEmpty();
    }
}
