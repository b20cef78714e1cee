package io.dataflowsync.dpu.schema;

/** A part of a statement matters on the target and cannot be carried there. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean ofRows;

    RefusedException(String why) {
        this(why, false);
    }

    private RefusedException(String why, boolean ofRows) {
        super(why);
        this.ofRows = ofRows;
    }

    /** Rows come or go with it, and no event tells of them. */
    static RefusedException ofRows(String why) {
        return new RefusedException(why, true);
    }

    boolean isOfRows() {
        return ofRows;
    }
}
