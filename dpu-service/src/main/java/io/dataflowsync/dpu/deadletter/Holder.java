package io.dataflowsync.dpu.deadletter;

import org.jspecify.annotations.Nullable;

/** An event that was not applied, and its place in the lane. */
record Holder(String eventId, long offset) {

    /** Returns the earlier of the two. */
    Holder or(Holder other) {
        return other.offset < offset ? other : this;
    }

    static @Nullable Holder earliest(@Nullable Holder one, @Nullable Holder other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.or(other);
    }
}
