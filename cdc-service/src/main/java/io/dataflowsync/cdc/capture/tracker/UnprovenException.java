package io.dataflowsync.cdc.capture.tracker;

/** Nothing proves what a statement made of a table. */
public final class UnprovenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param readings the result of each reading of the statement, one after the other */
    public UnprovenException(String readings) {
        super(readings);
    }
}
