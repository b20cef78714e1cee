package io.dataflowsync.cdc.definition;

/** Something in a statement of which it is not certain what the server makes of it. */
final class UnclearException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnclearException(String reason) {
        super(reason);
    }
}
