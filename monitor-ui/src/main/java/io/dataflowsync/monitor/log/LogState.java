package io.dataflowsync.monitor.log;

/**
 * Whether the log can be read.
 *
 * @param word what the page switches on
 * @param reason for a person; empty while it is ready
 */
public record LogState(Word word, String reason) {
    public static final LogState READY = new LogState(Word.READY, "");

    public enum Word {
        READY,
        /** The server answers and a table is not there yet: its service has not started. */
        ABSENT,
        /** The server does not answer. */
        DOWN
    }
}
