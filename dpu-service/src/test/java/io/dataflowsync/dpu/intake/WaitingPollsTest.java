package io.dataflowsync.dpu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaitingPollsTest {
    private static final long MIB = 1024 * 1024;

    private final WaitingPolls waiting = new WaitingPolls();

    @Test
    void twoPollsAreEnoughUntilOneIsTaken() {
        waiting.add(1);
        assertThat(waiting.isEnough()).isFalse();
        waiting.add(1);
        assertThat(waiting.isEnough()).isTrue();
        waiting.taken();
        assertThat(waiting.isEnough()).isFalse();
        assertThat(waiting.isEmpty()).isFalse();
    }

    @Test
    void aLargePollIsEnoughAloneAndTheEldestIsTakenFirst() {
        waiting.add(32 * MIB);
        assertThat(waiting.isEnough()).isTrue();
        waiting.add(1);
        waiting.taken();
        assertThat(waiting.isEnough()).as("it is at work").isTrue();
        waiting.done();
        assertThat(waiting.isEnough()).isFalse();
        waiting.taken();
        assertThat(waiting.isEmpty()).isTrue();
    }

    @Test
    void whatIsTakenOrForgottenTwiceIsNoMatter() {
        waiting.add(32 * MIB);
        waiting.forget();
        waiting.taken();
        assertThat(waiting.isEmpty()).isTrue();
        assertThat(waiting.isEnough()).isFalse();
        waiting.add(31 * MIB);
        assertThat(waiting.isEnough()).isFalse();
    }
}
