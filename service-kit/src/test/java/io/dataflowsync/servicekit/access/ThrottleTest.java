package io.dataflowsync.servicekit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private final SetClock clock = new SetClock();
    private final Throttle throttle = new Throttle(clock);

    private void fail(String key, int times) {
        IntStream.range(0, times).forEach(i -> throttle.count(key));
    }

    @Test
    void theFirstAttemptsAreFreeAndEachFurtherOneWaitsTwiceAsLong() {
        fail("a", Throttle.FREE - 1);
        assertThat(throttle.waitOf("a")).isZero();
        fail("a", 1);
        assertThat(throttle.waitOf("a")).isEqualTo(Duration.ofSeconds(1));
        fail("a", 1);
        assertThat(throttle.waitOf("a")).isEqualTo(Duration.ofSeconds(2));
        fail("a", 1);
        assertThat(throttle.waitOf("a")).isEqualTo(Duration.ofSeconds(4));
        assertThat(throttle.waitOf("b")).isZero();
    }

    @Test
    void nobodyWaitsForEver() {
        fail("a", 1_000);
        assertThat(throttle.waitOf("a")).isEqualTo(Duration.ofSeconds(30));
        clock.pass(Duration.ofSeconds(30));
        assertThat(throttle.waitOf("a")).isZero();
    }

    @Test
    void aRightAttemptOrALongTimeForgetsTheWrongOnes() {
        fail("a", 20);
        throttle.forget("a");
        assertThat(throttle.waitOf("a")).isZero();
        fail("a", 20);
        clock.pass(Duration.ofMinutes(16));
        fail("a", 1);
        assertThat(throttle.waitOf("a")).isZero();
    }

    @Test
    void theMemoryIsBounded() {
        IntStream.range(0, 25_000).forEach(i -> throttle.count("name " + i));
        assertThat(throttle.size()).isEqualTo(10_000);
    }
}
