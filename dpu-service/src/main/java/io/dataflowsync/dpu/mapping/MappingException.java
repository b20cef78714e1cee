package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.error.ErrorCode;

/** An event that cannot be mapped, now or later: its text says why and what would help. */
public final class MappingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;

    public MappingException(ErrorCode code, String text) {
        super(text);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }

    /** Whether the values of one row are to blame, and not the table. */
    public boolean isOfOneRow() {
        return switch (code) {
            case CONVERSION,
                    NULL_VALUE,
                    ZERO_DATE,
                    EXPRESSION_FAILED,
                    PROCESSOR_FAILED,
                    IMAGE_INCOMPLETE,
                    CASCADE_READ -> true;
            default -> isMisfit();
        };
    }

    /** Whether a column of the target does not hold a value: another type of it might. */
    public boolean isMisfit() {
        return code == ErrorCode.VALUE_TOO_LONG || code == ErrorCode.WRONG_VALUE;
    }
}
