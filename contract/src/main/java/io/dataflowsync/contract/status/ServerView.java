package io.dataflowsync.contract.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a server at one moment.
 *
 * @param name {@code source}, {@code kafka}, {@code mariadb} or {@code target}
 * @param address {@code host:port}, several with commas
 * @param reachable whether it answers; null until the first check
 * @param since when this state began; null until the first check
 * @param message the reason why it is not reachable, in one line; empty while it is
 * @param errorCode a word of {@code docs/errors.md}; null while it is reachable
 * @param remedy the remedy; null while it is reachable
 */
public record ServerView(
        String name,
        String address,
        @Nullable Boolean reachable,
        @Nullable Instant since,
        String message,
        @Nullable String errorCode,
        @Nullable String remedy) {

    /** Whether the last check had no answer. */
    public boolean away() {
        return Boolean.FALSE.equals(reachable);
    }

    /** Whether the last check had an answer. */
    public boolean answers() {
        return Boolean.TRUE.equals(reachable);
    }
}
