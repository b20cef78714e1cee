package io.dataflowsync.dpu.relationship;

import java.util.Arrays;
import java.util.Locale;

/** The new key of an old key, and the state of the row on the target. */
public record Relationship(String newKey, State state) {

    /** The state of the row on the target. */
    public enum State {
        /** The new key is reserved; the row has not been written yet. */
        RESERVED,
        APPLIED,
        DELETED;

        /** The text that MariaDB stores: {@code reserved}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether a text is the word of a state. */
        public static boolean isWord(String text) {
            return Arrays.stream(values()).anyMatch(state -> state.word().equals(text));
        }

        static State ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public boolean isApplied() {
        return state == State.APPLIED;
    }

    Relationship with(State changed) {
        return new Relationship(newKey, changed);
    }
}
