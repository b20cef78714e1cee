package io.dataflowsync.cdc.publish;

/** Another instance of the service has taken over; this one must end. */
public final class PublisherFencedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PublisherFencedException(String transactionalId, Throwable cause) {
        super("another instance took over the transactional id " + transactionalId, cause);
    }
}
