package io.dataflowsync.dpu.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.event.Binary;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiteralTest {

    private static String of(@Nullable Object value) {
        StringBuilder sql = new StringBuilder();
        Literal.append(value, sql);
        return sql.toString();
    }

    @Test
    void textIsEscapedWhereItWouldEndOrMeanSomethingElse() {
        assertThat(of("")).isEqualTo("''");
        assertThat(of("O'Hara \\ ? %_ \"")).isEqualTo("'O''Hara \\\\ ? %_ \"'");
        assertThat(of("a\nb\rc\0d\u001ae\tf")).isEqualTo("'a\\nb\\rc\\0d\\Ze\tf'");
        assertThat(of("😀é")).isEqualTo("'😀é'");
    }

    @Test
    void numbersAreWrittenSoThatMySqlReadsTheSameOnes() {
        assertThat(of(-5L)).isEqualTo("-5");
        assertThat(of(new BigInteger("18446744073709551615"))).isEqualTo("18446744073709551615");
        assertThat(of(0.1)).isEqualTo("0.1E0");
        assertThat(of(1.5e300)).isEqualTo("1.5E300");
        assertThat(of(-2.0e-7)).isEqualTo("-2.0E-7");
    }

    @Test
    void bytesAndNullHaveFormsOfTheirOwn() {
        assertThat(of(new Binary(new byte[] {0, (byte) 0xff, 0x27}))).isEqualTo("_binary X'00ff27'");
        assertThat(of(new Binary(new byte[0]))).isEqualTo("_binary X''");
        assertThat(of(null)).isEqualTo("NULL");
    }
}
