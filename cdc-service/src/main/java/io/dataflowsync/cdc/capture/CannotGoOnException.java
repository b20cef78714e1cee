package io.dataflowsync.cdc.capture;

import org.jspecify.annotations.Nullable;

/** Something that only a person can mend; trying again would end the same. */
public final class CannotGoOnException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CannotGoOnException(@Nullable String reason, Throwable cause) {
        super(reason, cause);
    }
}
