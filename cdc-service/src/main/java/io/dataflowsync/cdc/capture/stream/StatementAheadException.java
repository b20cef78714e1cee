package io.dataflowsync.cdc.capture.stream;

import io.dataflowsync.cdc.capture.tracker.UnprovenException;
import io.dataflowsync.contract.event.BinlogPosition;

/** No trouble: a statement about tables whose rows were to be read stands where the stream has not come yet. It goes there first. */
public final class StatementAheadException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient BinlogPosition place;

    public StatementAheadException(BinlogPosition place, String statement) {
        super("at " + place + " " + statement);
        this.place = place;
    }

    /** Some statement before this place, of which it is not certain what it did: the stream stops at it, or is told of it. */
    public static StatementAheadException before(BinlogPosition place, UnprovenException unproven) {
        return new StatementAheadException(
                new BinlogPosition(place.file(), place.position() - 1), "or before: " + unproven.getMessage());
    }

    /** Where it begins. */
    public BinlogPosition place() {
        return place;
    }
}
