package io.dataflowsync.cdc.capture.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void noOptionIsTheEmptyTextWhereThatIsNoOption() {
        for (boolean snapshot : new boolean[] {false, true}) {
            assertThat(Options.reader(false, "a,b", snapshot).apply(Options.NONE))
                    .isEqualTo("");
            assertThat(Options.reader(true, "a,b", snapshot).apply(Options.NONE))
                    .isEqualTo("");
            assertThat(Options.reader(true, "a,b", snapshot).apply("a,b")).isEqualTo("a,b");
        }
        assertThat(Options.reader(false, "x\\,,b", false).apply("x\\,")).isEqualTo("x,");
    }

    @Test
    void anEmptyOptionOfAnEnumIsATextAndTheIndexNoughtANumber() {
        for (String options : new String[] {"a,", ",a", "a\\\\,", "x\\,,,b"}) {
            assertThat(Options.reader(false, options, false).apply("")).isEqualTo("");
            assertThat(Options.reader(false, options, false).apply(Options.NONE))
                    .isEqualTo(0L);
            assertThat(Options.reader(false, options, true).apply("")).isEqualTo("");
            assertThat(Options.reader(false, options, true).apply(Options.NONE)).isEqualTo(0L);
        }
    }

    @Test
    void aSetWithAnEmptyOptionIsANumberWhereItHasThat() {
        UnaryOperator<Object> streamed = Options.reader(true, "a,,x\\,", false);
        assertThat(streamed.apply(Options.NONE)).isEqualTo("");
        assertThat(streamed.apply("a,x\\,")).isEqualTo("a,x,");
        assertThat(streamed.apply("")).isEqualTo(2L);
        assertThat(streamed.apply("a,")).isEqualTo(3L);
        assertThat(streamed.apply(",x\\,")).isEqualTo(6L);

        UnaryOperator<Object> read = Options.reader(true, "a,,x\\,", true);
        assertThat(read.apply("")).isEqualTo("");
        assertThat(read.apply("a,x,")).isEqualTo("a,x,");
        assertThat(read.apply(Options.NUMBER + "3")).isEqualTo(3L);
        assertThat(read.apply(Options.NUMBER + "18446744073709551615"))
                .isEqualTo(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE));
    }

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
