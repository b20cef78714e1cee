package io.dataflowsync.sandbox.fire;

/**
 * A broken promise.
 *
 * @param text which event or row, and what is wrong with it
 */
public record Violation(Kind kind, String text) {

    /** The kinds: the change was lost, applied twice, or applied with another result. */
    public enum Kind {
        LOST,
        DUPLICATED,
        WRONG
    }

    @Override
    public String toString() {
        return kind + ": " + text;
    }
}
