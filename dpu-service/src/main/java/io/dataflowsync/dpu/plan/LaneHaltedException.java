package io.dataflowsync.dpu.plan;

import io.dataflowsync.contract.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Halts a lane until an operator acts. What was begun is rolled back. */
public final class LaneHaltedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final long offset;
    private final String event;
    private final transient @Nullable PassableStatement passable;

    /**
     * @param offset the offset of the first event that must not be passed
     * @param event the id of that event
     */
    public LaneHaltedException(ErrorCode code, long offset, String event, String text) {
        this(code, offset, event, text, null);
    }

    /**
     * Creates a halt before a statement.
     *
     * @param offset the offset of the first event that must not be passed
     * @param event the id of that event
     * @param passable the statement, if an operator may pass it; else null
     */
    public LaneHaltedException(
            ErrorCode code, long offset, String event, String text, @Nullable PassableStatement passable) {
        super(text);
        this.code = code;
        this.offset = offset;
        this.event = event;
        this.passable = passable;
    }

    /** The statement that an operator may pass; null if there is none. */
    public @Nullable PassableStatement passable() {
        return passable;
    }

    /** The id of the first event that must not be passed. */
    public String event() {
        return event;
    }

    public long offset() {
        return offset;
    }

    public ErrorCode code() {
        return code;
    }
}
