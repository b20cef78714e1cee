package io.dataflowsync.cdc.capture.value;

import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.QueryEventData;
import io.dataflowsync.contract.event.StatementSession;
import java.util.regex.Pattern;

/** A statement of the binlog with the session that ran it; its text is decoded with that session's character set. */
public final class SessionQueryData extends QueryEventData {
    private static final long serialVersionUID = 1;
    /** LOG_EVENT_THREAD_SPECIFIC_F of the server: it stands at a statement that has met a temporary table of its session. */
    private static final int OF_ITS_SESSION = 0x4;
    /** Statements that change the definition of one table, or empty it, and read no other. */
    private static final Pattern OF_ONE_TABLE = Pattern.compile(
            "(?:\\s|/\\*!\\d*|/\\*.*?\\*/|--\\s[^\\n]*\\n|#[^\\n]*\\n)*+"
                    + "(?:TRUNCATE|ALTER|(?:CREATE\\s+(?:[A-Z]+\\s+)?|DROP\\s+)INDEX)\\b.*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

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

    /** Whether it changes or empties a temporary table and nothing else, whatever table has the same name for other sessions. */
    public boolean isOfTemporaryTable() {
        return ofItsSession && OF_ONE_TABLE.matcher(getSql()).matches();
    }

    /** The session, as far as the binlog tells of it. */
    public StatementSession session() {
        return variables.session(getDatabase() == null ? "" : getDatabase(), beganMillis);
    }
}
