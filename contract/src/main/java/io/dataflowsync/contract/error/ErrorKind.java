package io.dataflowsync.contract.error;

import java.util.Locale;

/** The way in which an error is handled. */
public enum ErrorKind {
    /** The error passes: the operation is tried again, with back-off, until it succeeds. */
    RETRY,
    /** The error stays, and concerns one event: the event becomes a dead letter, and the events that depend on it wait. */
    REJECT,
    /** To continue would lose or falsify data: the lane or the service stops until an operator acts. */
    STOP;

    /** Returns the written form in answers and documents: {@code retry}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
