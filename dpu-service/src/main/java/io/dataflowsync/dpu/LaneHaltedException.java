package io.dataflowsync.dpu;

/** An event cannot be applied, and the pipeline says that the lane stops then. */
final class LaneHaltedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LaneHaltedException(String text) {
        super(text);
    }
}
