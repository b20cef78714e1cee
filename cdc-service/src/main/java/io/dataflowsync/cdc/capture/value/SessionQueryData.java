package io.dataflowsync.cdc.capture.value;

import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.QueryEventData;
import io.dataflowsync.contract.event.StatementSession;

/** A statement of the binlog with the session that ran it. Its text is decoded with that session's character set. */
public final class SessionQueryData extends QueryEventData {
    private static final long serialVersionUID = 1;
    /** LOG_EVENT_THREAD_SPECIFIC_F of the server. */
    private static final int THREAD_SPECIFIC = 0x4;

    private final transient StatusVariables variables;
    private long beganMillis;
    private boolean threadSpecific;

    SessionQueryData(StatusVariables variables) {
        this.variables = variables;
    }

    /** @param header the header of the event: it has the time at which the statement began, to the second */
    public void readHeader(EventHeaderV4 header) {
        beganMillis = header.getTimestamp();
        threadSpecific = (header.getFlags() & THREAD_SPECIFIC) != 0;
    }

    /** Whether the statement, or one before it in a routine, has used a temporary table or dropped a table. */
    boolean isThreadSpecific() {
        return threadSpecific;
    }

    /** The session, as far as the binlog describes it. */
    public StatementSession session() {
        return variables.session(getDatabase() == null ? "" : getDatabase(), beganMillis);
    }
}
