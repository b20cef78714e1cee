package io.dataflowsync.dpu.schema;

/** A part of a statement matters on the target and cannot be carried there. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedException(String why) {
        super(why);
    }
}
