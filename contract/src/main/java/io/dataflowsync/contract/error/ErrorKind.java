package io.dataflowsync.contract.error;

import java.util.Locale;

/** What is done about an error. */
public enum ErrorKind {
    /** It passes: what failed is tried again, with back-off, for as long as it lasts. */
    RETRY,
    /** It stays, and concerns one event: that becomes a dead letter, and what depends on it waits behind. */
    REJECT,
    /** To go on would lose or falsify something: the lane or the service stands still until someone acts. */
    STOP;

    /** As it is written in answers and documents: {@code retry}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
