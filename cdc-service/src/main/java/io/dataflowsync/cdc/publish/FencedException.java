package io.dataflowsync.cdc.publish;

/** Another instance of the service has taken over; this one must end. */
public final class FencedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    FencedException(String transactionalId, Throwable cause) {
        super("another instance took over the transactional id " + transactionalId, cause);
    }
}
