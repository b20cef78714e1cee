package io.dataflowsync.dpu.schema;

/** Reports a part of a statement that matters on the target and cannot be carried there. */
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

    /** Creates the exception for a statement that adds or removes rows which are in no event. */
    static RefusedException ofRows(String why) {
        return new RefusedException(why, true);
    }

    boolean isOfRows() {
        return ofRows;
    }
}
