package io.dataflowsync.dpu;

import io.dataflowsync.contract.error.ErrorCode;

/** To go on is not allowed before somebody acts; what was begun is rolled back. */
final class LaneHaltedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final long offset;
    private final String event;

    /**
     * @param offset of the first event that is not to be passed
     * @param event its id
     */
    LaneHaltedException(ErrorCode code, long offset, String event, String text) {
        super(text);
        this.code = code;
        this.offset = offset;
        this.event = event;
    }

    /** The id of the first event that is not to be passed. */
    String event() {
        return event;
    }

    long offset() {
        return offset;
    }

    ErrorCode code() {
        return code;
    }
}
