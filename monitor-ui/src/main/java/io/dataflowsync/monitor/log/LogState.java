package io.dataflowsync.monitor.log;

/**
 * Whether the log can be read.
 *
 * @param word the state, for the page
 * @param reason the reason in words; empty while the log is ready
 */
public record LogState(Word word, String reason) {
    public static final LogState READY = new LogState(Word.READY, "");

    public enum Word {
        READY,
        /** The server answers, but a table does not exist yet: its service has not started. */
        ABSENT,
        /** The server does not answer. */
        DOWN
    }
}
