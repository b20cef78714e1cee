package io.dataflowsync.sandbox.fire;

/**
 * A broken promise.
 *
 * @param text which event or row, and what is wrong with it
 */
public record Violation(Kind kind, String text) {

    /** What became of the change. */
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
