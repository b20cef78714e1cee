package io.dataflowsync.cdc.capture.stream;

import io.dataflowsync.cdc.capture.tracker.UnprovenException;
import io.dataflowsync.contract.event.BinlogPosition;

/** No failure: a statement about tables whose rows were to be read is ahead of the stream. The stream goes there first. */
public final class StatementAheadException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient BinlogPosition place;

    public StatementAheadException(BinlogPosition place, String statement) {
        super("at " + place + " " + statement);
        this.place = place;
    }

    /**
     * For a statement before this place of which the effect is not certain: the stream stops at it, or gets its outcome from an operator.
     */
    public static StatementAheadException before(BinlogPosition place, UnprovenException unproven) {
        return new StatementAheadException(
                new BinlogPosition(place.file(), place.position() - 1), "or before: " + unproven.getMessage());
    }

    /** The place where the statement begins. */
    public BinlogPosition place() {
        return place;
    }
}
