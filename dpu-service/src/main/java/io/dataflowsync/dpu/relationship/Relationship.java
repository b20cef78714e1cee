package io.dataflowsync.dpu.relationship;

import java.util.Arrays;
import java.util.Locale;

/** The new key of an old one. */
public record Relationship(String newKey, State state) {

    /** What is known of the row on the target. */
    public enum State {
        /** The row has not come yet. */
        RESERVED,
        APPLIED,
        DELETED;

        /** As MariaDB has it: {@code reserved}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether a text is the word of one of them. */
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
