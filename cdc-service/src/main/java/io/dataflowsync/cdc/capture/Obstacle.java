package io.dataflowsync.cdc.capture;

import io.dataflowsync.contract.error.ErrorCode;

/**
 * A place of the source that the capture must not pass by itself.
 *
 * @param place {@code file:position} in the binlog, or the id of an event
 * @param text the statement, or what else stands there
 */
public record Obstacle(ErrorCode code, String place, String text) {
    private static final int SHOWN = 2_000;

    /** In one line, however long the text is. */
    public String line() {
        return code.word() + " at " + place + ": " + shown();
    }

    /** The beginning of the text, on one line. */
    public String shown() {
        String start = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + " …";
        return start.strip().replaceAll("\\s+", " ");
    }
}
