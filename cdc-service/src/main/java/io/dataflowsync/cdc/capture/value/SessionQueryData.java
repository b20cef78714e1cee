package io.dataflowsync.cdc.capture.value;

import com.github.shyiko.mysql.binlog.event.QueryEventData;
import io.dataflowsync.contract.event.StatementSession;

/** A statement of the binlog with the session that ran it; its text is decoded with that session's character set. */
public final class SessionQueryData extends QueryEventData {
    private static final long serialVersionUID = 1;

    private final transient StatusVariables variables;
    private long beganMillis;

    SessionQueryData(StatusVariables variables) {
        this.variables = variables;
    }

    /** @param millis when the statement began, as the event's header tells it, to the second */
    public void beganAt(long millis) {
        beganMillis = millis;
    }

    /** The session, as far as the binlog tells of it. */
    public StatementSession session() {
        return variables.session(getDatabase() == null ? "" : getDatabase(), beganMillis);
    }
}
