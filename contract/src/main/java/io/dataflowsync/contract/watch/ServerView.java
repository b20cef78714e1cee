package io.dataflowsync.contract.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a server at one moment.
 *
 * @param name {@code source}, {@code kafka}, {@code mariadb} or {@code target}
 * @param address {@code host:port}, several with commas
 * @param reachable null until it was asked for the first time
 * @param since when it was first found so; null until it was asked
 * @param message why it is not reachable, in a line; empty while it is
 * @param errorCode a word of {@code docs/errors.md}; null while it is reachable
 * @param remedy what to do about it; null while it is reachable
 */
public record ServerView(
        String name,
        String address,
        @Nullable Boolean reachable,
        @Nullable Instant since,
        String message,
        @Nullable String errorCode,
        @Nullable String remedy) {

    /** Whether it was asked and did not answer. */
    public boolean away() {
        return Boolean.FALSE.equals(reachable);
    }

    /** Whether it was asked lately and answered. */
    public boolean answers() {
        return Boolean.TRUE.equals(reachable);
    }
}
