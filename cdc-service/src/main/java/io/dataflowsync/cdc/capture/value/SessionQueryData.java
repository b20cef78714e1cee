package io.dataflowsync.cdc.capture.value;

import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.QueryEventData;
import io.dataflowsync.contract.event.StatementSession;

/** A statement of the binlog with the session that ran it; its text is decoded with that session's character set. */
public final class SessionQueryData extends QueryEventData {
    private static final long serialVersionUID = 1;
    /** LOG_EVENT_THREAD_SPECIFIC_F of the server. */
    private static final int OF_ITS_SESSION = 0x4;

    private final transient StatusVariables variables;
    private long beganMillis;
    private boolean ofItsSession;

    SessionQueryData(StatusVariables variables) {
        this.variables = variables;
    }

    /** @param header of the event: it tells when the statement began, to the second */
    public void stoodUnder(EventHeaderV4 header) {
        beganMillis = header.getTimestamp();
        ofItsSession = (header.getFlags() & OF_ITS_SESSION) != 0;
    }

    /** Whether it, or in a routine one before it, has met a temporary table, or dropped a table. */
    boolean isOfItsSession() {
        return ofItsSession;
    }

    /** The session, as far as the binlog tells of it. */
    public StatementSession session() {
        return variables.session(getDatabase() == null ? "" : getDatabase(), beganMillis);
    }
}
