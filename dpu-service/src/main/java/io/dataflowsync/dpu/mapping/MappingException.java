package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.error.ErrorCode;

/** Reports an event that cannot be mapped, now or by a later attempt. Its message gives the reason and the remedy. */
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

    /** Whether the cause is in the values of one row, and not in the table. */
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

    /** Whether a column of the target cannot hold a value, so that another type of the column may help. */
    public boolean isMisfit() {
        return code == ErrorCode.VALUE_TOO_LONG || code == ErrorCode.WRONG_VALUE;
    }
}
