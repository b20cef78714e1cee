package io.dataflowsync.dpu.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyBlockTest {
    private final List<String> keys = new ArrayList<>(List.of("before"));

    @ParameterizedTest
    @CsvSource({
        "7, 9",
        "9223372036854775805, 9223372036854775807",
        "9223372036854775806, 9223372036854775808",
        "18446744073709551613, 18446744073709551615"
    })
    void handsOutEachNumberOnceAndNoneBeyondTheLast(BigInteger first, BigInteger last) {
        KeyBlock left = new KeyBlock(first, last).take(2, keys);
        assertThat(left).isEqualTo(new KeyBlock(last, last));
        assertThat(left.isUsedUp()).isFalse();

        KeyBlock nothing = left.take(5, keys);
        assertThat(nothing).isEqualTo(new KeyBlock(last.add(BigInteger.ONE), last));
        assertThat(nothing.isUsedUp()).isTrue();
        assertThat(keys)
                .containsExactly(
                        "before", first.toString(), first.add(BigInteger.ONE).toString(), last.toString());
    }

    @Test
    void whatIsUsedUpHandsOutNothing() {
        KeyBlock none = new KeyBlock(BigInteger.ONE, BigInteger.ZERO);
        assertThat(none.take(3, keys)).isEqualTo(none);
        assertThat(keys).containsExactly("before");
    }
}
