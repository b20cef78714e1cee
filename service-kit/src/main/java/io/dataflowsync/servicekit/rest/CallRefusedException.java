package io.dataflowsync.servicekit.rest;

/** Refuses a call; the answer is a {@link RestError}. */
public final class CallRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final RestErrorCode code;

    /** @param message the reason, in words */
    public CallRefusedException(RestErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    RestErrorCode code() {
        return code;
    }
}
