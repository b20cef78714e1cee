package io.dataflowsync.dpu;

import io.dataflowsync.contract.error.ErrorCode;

/** To go on is not allowed before somebody acts; what was begun is rolled back. */
final class LaneHaltedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final long offset;

    /** @param offset of the first event that is not to be passed */
    LaneHaltedException(ErrorCode code, long offset, String text) {
        super(text);
        this.code = code;
        this.offset = offset;
    }

    long offset() {
        return offset;
    }

    ErrorCode code() {
        return code;
    }
}
