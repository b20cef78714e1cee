package io.dataflowsync.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RealNumbersTest {
    @Test
    void aFloatHasTheDigitsThatADoubleOfTheTargetHasOfIt() {
        assertThat(RealNumbers.ofFloat("20000.01953125")).isEqualTo("20000.02");
        assertThat(RealNumbers.ofFloat("20000.029296875")).isEqualTo("20000.03");
        assertThat(RealNumbers.ofDouble("20000.02")).isEqualTo("20000.02");
        assertThat(RealNumbers.ofFloat("0.10000000149011612")).isEqualTo(RealNumbers.ofDouble("0.1"));
        assertThat(RealNumbers.ofFloat("1.401298464324817e-45")).isEqualTo(RealNumbers.ofDouble("1.4e-45"));
        assertThat(RealNumbers.ofFloat("3.4028234663852886e38"))
                .isEqualTo(RealNumbers.ofDouble("3.4028234663852886e38"));
    }

    @Test
    void eachDoubleHasATextOfItsOwn() {
        assertThat(RealNumbers.ofDouble("1e15")).isEqualTo("1000000000000000");
        assertThat(RealNumbers.ofDouble("9007199254740992")).isEqualTo("9007199254740992");
        assertThat(RealNumbers.ofDouble("2.50")).isEqualTo("2.5");
        assertThat(RealNumbers.ofDouble("5e-324")).isEqualTo("5E-324");
        assertThat(RealNumbers.ofDouble("1.7976931348623157e308")).isEqualTo("1.7976931348623157E+308");
    }

    @Test
    void zeroKeepsItsSign() {
        assertThat(RealNumbers.ofDouble("-0")).isEqualTo("-0");
        assertThat(RealNumbers.ofFloat("-0")).isEqualTo("-0");
        assertThat(RealNumbers.ofFloat("0")).isEqualTo("0");
    }
}
