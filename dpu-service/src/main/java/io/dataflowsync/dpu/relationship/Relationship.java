package io.dataflowsync.dpu.relationship;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The new key of an old key, and the state of the row on the target.
 *
 * @param known the state; null if it was not asked for
 */
public record Relationship(String newKey, @Nullable State known) {

    /** The state of the row on the target. */
    public enum State {
        /** The new key is reserved ahead. No event has used it: no row has it, and no row refers to it. */
        AHEAD,
        /** The new key is reserved, and rows may refer to it; the row has not been written yet. */
        RESERVED,
        APPLIED,
        DELETED;

        /** The word for people: {@code reserved}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether a text is the word of a state. */
        public static boolean isWord(String text) {
            return Arrays.stream(values())
                    .anyMatch(state -> state != AHEAD && state.word().equals(text));
        }
    }

    /** @throws IllegalStateException if the state was not asked for */
    public State state() {
        if (known == null) {
            throw new IllegalStateException("the state of the relationship was not asked for: " + newKey);
        }
        return known;
    }

    public boolean isApplied() {
        return state() == State.APPLIED;
    }

    /** Whether the row has come to the target, even if it is deleted again. */
    public boolean hasCome() {
        return state() == State.APPLIED || state() == State.DELETED;
    }

    /** Whether an event has used the new key, as the key of its row or as a reference. Without a state, this batch uses it. */
    public boolean isUsed() {
        return known == null || known != State.AHEAD;
    }
}
