package io.dataflowsync.dpu.plan;

import io.dataflowsync.contract.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** To go on is not allowed before somebody acts; what was begun is rolled back. */
public final class LaneHaltedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final long offset;
    private final String event;
    private final transient @Nullable PassableStatement passable;

    /**
     * @param offset of the first event that is not to be passed
     * @param event its id
     */
    public LaneHaltedException(ErrorCode code, long offset, String event, String text) {
        this(code, offset, event, text, null);
    }

    /**
     * A halt before a statement.
     *
     * @param offset of the first event that is not to be passed
     * @param event its id
     * @param passable the statement, where a person may pass it; else null
     */
    public LaneHaltedException(
            ErrorCode code, long offset, String event, String text, @Nullable PassableStatement passable) {
        super(text);
        this.code = code;
        this.offset = offset;
        this.event = event;
        this.passable = passable;
    }

    /** The statement that a person may pass; null where it is none. */
    public @Nullable PassableStatement passable() {
        return passable;
    }

    /** The id of the first event that is not to be passed. */
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
