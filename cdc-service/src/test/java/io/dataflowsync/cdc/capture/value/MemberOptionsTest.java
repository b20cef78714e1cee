package io.dataflowsync.cdc.capture.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class MemberOptionsTest {
    @Test
    void noOptionIsTheEmptyTextWhereThatIsNoOption() {
        for (boolean snapshot : new boolean[] {false, true}) {
            assertThat(MemberOptions.reader(false, "a,b", snapshot).apply(MemberOptions.NONE))
                    .isEqualTo("");
            assertThat(MemberOptions.reader(true, "a,b", snapshot).apply(MemberOptions.NONE))
                    .isEqualTo("");
            assertThat(MemberOptions.reader(true, "a,b", snapshot).apply("a,b")).isEqualTo("a,b");
        }
        assertThat(MemberOptions.reader(false, "x\\,,b", false).apply("x\\,")).isEqualTo("x,");
    }

    @Test
    void anEmptyOptionOfAnEnumIsATextAndTheIndexNoughtANumber() {
        for (String options : new String[] {"a,", ",a", "a\\\\,", "x\\,,,b"}) {
            assertThat(MemberOptions.reader(false, options, false).apply("")).isEqualTo("");
            assertThat(MemberOptions.reader(false, options, false).apply(MemberOptions.NONE))
                    .isEqualTo(0L);
            assertThat(MemberOptions.reader(false, options, true).apply("")).isEqualTo("");
            assertThat(MemberOptions.reader(false, options, true).apply(MemberOptions.NONE))
                    .isEqualTo(0L);
        }
    }

    @Test
    void aSetWithAnEmptyOptionIsANumberWhereItHasThat() {
        UnaryOperator<Object> streamed = MemberOptions.reader(true, "a,,x\\,", false);
        assertThat(streamed.apply(MemberOptions.NONE)).isEqualTo("");
        assertThat(streamed.apply("a,x\\,")).isEqualTo("a,x,");
        assertThat(streamed.apply("")).isEqualTo(2L);
        assertThat(streamed.apply("a,")).isEqualTo(3L);
        assertThat(streamed.apply(",x\\,")).isEqualTo(6L);

        UnaryOperator<Object> read = MemberOptions.reader(true, "a,,x\\,", true);
        assertThat(read.apply("")).isEqualTo("");
        assertThat(read.apply("a,x,")).isEqualTo("a,x,");
        assertThat(read.apply(MemberOptions.NUMBER + "3")).isEqualTo(3L);
        assertThat(read.apply(MemberOptions.NUMBER + "18446744073709551615"))
                .isEqualTo(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE));
    }

    @Test
    void aPlainOptionIsItself() {
        assertThat(MemberOptions.unescaped("plain")).isEqualTo("plain");
        assertThat(MemberOptions.unescaped("a,b")).isEqualTo("a,b");
    }

    @Test
    void aMaskedCommaIsOne() {
        assertThat(MemberOptions.unescaped("x\\,y")).isEqualTo("x,y");
    }

    @Test
    void aBackslashIsWrittenTwice() {
        assertThat(MemberOptions.unescaped("back\\\\slash")).isEqualTo("back\\slash");
        assertThat(MemberOptions.unescaped("\\\\\\,")).isEqualTo("\\,");
        assertThat(MemberOptions.unescaped("end\\")).isEqualTo("end\\");
    }

    @Test
    void theOthersAreThoseOfMysqlsStrings() {
        assertThat(MemberOptions.unescaped("\\n\\r\\t\\b\\0\\Z\\%")).isEqualTo("\n\r\t\b\0\u001a%");
    }
}
