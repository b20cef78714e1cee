package io.dataflowsync.cdc.capture.tracker;

/** Nothing proves what a statement made of a table. */
public final class UnprovenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param readings what each reading of the statement says, side by side */
    public UnprovenException(String readings) {
        super(readings);
    }
}
