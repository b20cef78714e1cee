package io.dataflowsync.dpu.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.dpu.relationship.Relationship.State;
import org.junit.jupiter.api.Test;

class StateWordTest {
    private static final long BIT = 1L << 63;

    @Test
    void aKeyHasTheLastStateButAReservedOneKeepsTheStateThatItHas() {
        StateWord word = StateWord.NONE;
        assertThat(word.state(BIT)).isEqualTo(State.AHEAD);
        word = word.with(BIT, State.RESERVED);
        assertThat(word.state(BIT)).isEqualTo(State.RESERVED);
        word = word.with(BIT, State.APPLIED);
        assertThat(word.state(BIT)).isEqualTo(State.APPLIED);
        word = word.with(BIT, State.RESERVED);
        assertThat(word.state(BIT)).isEqualTo(State.APPLIED);
        word = word.with(BIT, State.DELETED);
        assertThat(word.state(BIT)).isEqualTo(State.DELETED);
        word = word.with(BIT, State.RESERVED);
        assertThat(word.state(BIT)).isEqualTo(State.DELETED);
        word = word.with(BIT, State.APPLIED);
        assertThat(word.state(BIT)).isEqualTo(State.APPLIED);
        assertThat(word.with(BIT, State.AHEAD)).isEqualTo(StateWord.NONE);
    }

    @Test
    void keysOfEverySizeAndBothKindsHaveTheirPlace() {
        for (String key : new String[] {
            "0",
            "1",
            "63",
            "64",
            "-1",
            "-64",
            "-65",
            "9223372036854775807",
            "-9223372036854775808",
            "18446744073709551615"
        }) {
            int bit = Long.numberOfTrailingZeros(KeyText.bit(key));
            assertThat(KeyText.key(KeyText.word(key), bit)).hasToString(key);
        }
        assertThat(KeyText.inRun("0")).isZero();
        assertThat(KeyText.inRun("-5")).isZero();
        assertThat(KeyText.inRun("18446744073709551615")).isZero();
        assertThat(KeyText.inRun("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
    }
}
