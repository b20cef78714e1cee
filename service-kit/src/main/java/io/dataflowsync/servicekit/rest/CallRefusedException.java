package io.dataflowsync.servicekit.rest;

/** A call that is not done; it is answered with a {@link RestError}. */
public final class CallRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final RestErrorCode code;

    /** @param message what is wrong, for people */
    public CallRefusedException(RestErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    RestErrorCode code() {
        return code;
    }
}
