package io.dataflowsync.dpu.relationship;

import io.dataflowsync.dpu.relationship.Relationship.State;

/**
 * The states of 64 successive old keys, one bit each.
 *
 * @param live the keys that are reserved or applied
 * @param came the keys that are applied or deleted: their rows have come
 */
record StateWord(long live, long came) {
    static final StateWord NONE = new StateWord(0, 0);

    /** The state of a key; {@code AHEAD} if no event has used the key. */
    State state(long bit) {
        boolean isLive = (live & bit) != 0;
        if ((came & bit) != 0) {
            return isLive ? State.APPLIED : State.DELETED;
        }
        return isLive ? State.RESERVED : State.AHEAD;
    }

    /** The keys that have a state. */
    long used() {
        return live | came;
    }

    /** The same with the state of a key. A reserved key that has another state already keeps it. */
    StateWord with(long bit, State state) {
        return switch (state) {
            case AHEAD -> new StateWord(live & ~bit, came & ~bit);
            case RESERVED -> new StateWord(live | (bit & ~came), came);
            case APPLIED -> new StateWord(live | bit, came | bit);
            case DELETED -> new StateWord(live & ~bit, came | bit);
        };
    }
}
