package io.dataflowsync.dpu.intake.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaitingPollsTest {
    private static final long MIB = 1024 * 1024;

    private final WaitingPolls waiting = new WaitingPolls();

    @Test
    void onePollIsEnoughUntilItIsTaken() {
        assertThat(waiting.isEnough()).isFalse();
        waiting.add(7);
        assertThat(waiting.isEnough()).isTrue();
        assertThat(waiting.taken()).isEqualTo(7);
        assertThat(waiting.isEnough()).isFalse();
        assertThat(waiting.isEmpty()).isTrue();
    }

    @Test
    void aLargePollIsEnoughWhileItIsAtWorkAndTheEldestIsTakenFirst() {
        waiting.add(32 * MIB);
        waiting.add(1);
        assertThat(waiting.taken()).isEqualTo(32 * MIB);
        assertThat(waiting.taken()).isEqualTo(1);
        assertThat(waiting.isEmpty()).isTrue();
        assertThat(waiting.isEnough()).as("both are at work").isTrue();
        waiting.done(1);
        assertThat(waiting.isEnough()).as("the large one is").isTrue();
        waiting.done(32 * MIB);
        assertThat(waiting.isEnough()).isFalse();
    }

    @Test
    void whatIsTakenOrForgottenTwiceIsNoMatter() {
        waiting.add(32 * MIB);
        waiting.forget();
        assertThat(waiting.taken()).isZero();
        assertThat(waiting.isEmpty()).isTrue();
        assertThat(waiting.isEnough()).isFalse();
    }
}
