package io.dataflowsync.cdc.capture.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void aPlainOptionIsItself() {
        assertThat(Options.unescaped("plain")).isEqualTo("plain");
        assertThat(Options.unescaped("a,b")).isEqualTo("a,b");
    }

    @Test
    void aMaskedCommaIsOne() {
        assertThat(Options.unescaped("x\\,y")).isEqualTo("x,y");
    }

    @Test
    void aBackslashIsWrittenTwice() {
        assertThat(Options.unescaped("back\\\\slash")).isEqualTo("back\\slash");
        assertThat(Options.unescaped("\\\\\\,")).isEqualTo("\\,");
        assertThat(Options.unescaped("end\\")).isEqualTo("end\\");
    }

    @Test
    void theOthersAreThoseOfMysqlsStrings() {
        assertThat(Options.unescaped("\\n\\r\\t\\b\\0\\Z\\%")).isEqualTo("\n\r\t\b\0\u001a%");
    }
}
