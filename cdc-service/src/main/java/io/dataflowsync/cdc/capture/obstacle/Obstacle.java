package io.dataflowsync.cdc.capture.obstacle;

import io.dataflowsync.contract.error.ErrorCode;

/**
 * A place of the source that the capture must not pass by itself.
 *
 * @param place {@code file:position} in the binlog, or the id of an event
 * @param text the statement, or what else stands there
 * @param reason why it is in the way, where its text does not say so; two obstacles that differ in it are the same
 */
public record Obstacle(ErrorCode code, String place, String text, String reason) {
    private static final int SHOWN = 2_000;

    /** One whose text says it all. */
    public Obstacle(ErrorCode code, String place, String text) {
        this(code, place, text, "");
    }

    /** The same, with the reason why nobody gets past it. */
    public Obstacle because(Throwable failure) {
        return new Obstacle(code, place, text, FailureClassifier.line(failure));
    }

    /** In one line, however long the text is. */
    public String line() {
        return code.word() + " at " + place + ": " + shown() + (reason.isEmpty() ? "" : " (" + oneLine(reason) + ")");
    }

    /** The beginning of the text, on one line. */
    public String shown() {
        return oneLine(text);
    }

    private static String oneLine(String text) {
        String start = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + " …";
        return start.strip().replaceAll("\\s+", " ");
    }
}
