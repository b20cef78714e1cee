package io.dataflowsync.monitor.feed;

import org.jspecify.annotations.Nullable;

/**
 * How a service is.
 *
 * @param state what its own status calls it, where it answers with one
 * @param detail for a person: which check fails, or why it does not answer
 * @param snapshot that it is reading; null where it reads none
 */
public record ServiceState(
        String name,
        Health health,
        String state,
        String detail,
        @Nullable SnapshotState snapshot) {

    public enum Health {
        /** It answers and is ready. */
        READY,
        /** It answers and is not. */
        NOT_READY,
        /** It does not answer. */
        DOWN,
        /** Nobody said where it is. */
        UNKNOWN
    }

    static ServiceState unknown(String name) {
        return new ServiceState(name, Health.UNKNOWN, "", "its address is not set", null);
    }
}
