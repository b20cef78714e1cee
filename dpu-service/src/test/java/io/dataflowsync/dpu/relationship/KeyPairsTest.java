package io.dataflowsync.dpu.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyPairsTest {
    private static BigInteger number(long value) {
        return BigInteger.valueOf(value);
    }

    private static KeyPairs pairs(long oldFirst, long oldLast, long newFirst) {
        return new KeyPairs(
                new KeyRange(number(oldFirst), number(oldLast)),
                new KeyRange(number(newFirst), number(newFirst + oldLast - oldFirst)));
    }

    @Test
    void successivePairsAreOne() {
        KeyPairs.Collector collector = new KeyPairs.Collector();
        collector.add(number(1), number(101));
        collector.add(number(2), number(102));
        collector.add(number(3), number(104));
        collector.add(number(5), number(105));
        collector.add(number(6), number(106));

        assertThat(collector.all()).containsExactly(pairs(1, 2, 101), pairs(3, 3, 104), pairs(5, 6, 105));
    }

    @Test
    void keysAreTakenOutAtTheEndsAndInTheMiddle() {
        TreeSet<BigInteger> out =
                new TreeSet<>(Stream.of(1, 5, 10, 50).map(BigInteger::valueOf).toList());

        assertThat(pairs(1, 10, 101).without(out)).containsExactly(pairs(2, 4, 102), pairs(6, 9, 106));
        assertThat(pairs(5, 5, 105).without(out)).isEqualTo(List.of());
        assertThat(pairs(20, 30, 1).without(out)).containsExactly(pairs(20, 30, 1));
    }
}
