package io.dataflowsync.cdc.capture.obstacle;

import io.dataflowsync.contract.error.ErrorCode;

/**
 * A place of the source that capture must not pass by itself.
 *
 * @param place {@code file:position} in the binlog, or the id of an event
 * @param text the statement, or what else stands there
 * @param reason the reason why it stops capture, if its text does not say so; two obstacles that differ only in this are the same
 */
public record Obstacle(ErrorCode code, String place, String text, String reason) {
    private static final int SHOWN = 2_000;

    /** An obstacle whose text is the whole reason. */
    public Obstacle(ErrorCode code, String place, String text) {
        this(code, place, text, "");
    }

    /** The same obstacle, with the reason why capture cannot pass it. */
    public Obstacle because(Throwable failure) {
        return new Obstacle(code, place, text, FailureClassifier.line(failure));
    }

    /** The obstacle in one line, also if its text is long. */
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
