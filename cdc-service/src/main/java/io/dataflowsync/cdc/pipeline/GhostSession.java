package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.event.StatementSession;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds the one session in which all statements on a tool's table have the meaning that they had when the tool ran them. */
final class GhostSession {
    private GhostSession() {}

    /**
     * Returns the session of the last statement, with the time zone that any of them states. The checks are those of the RENAME: on the
     * target the statements alter a table that others refer to.
     *
     * @param rename the session of the RENAME that puts the table in another's place
     * @return empty if two statements need different sessions
     */
    static Optional<StatementSession> of(List<SchemaChange> statements, StatementSession rename) {
        String zone = "";
        StatementSession last = null;
        for (SchemaChange change : statements) {
            StatementSession session = change.statement().session();
            if (session == null) {
                continue;
            }
            boolean otherZone = !zone.isEmpty() && !session.timeZone().isEmpty() && !zone.equals(session.timeZone());
            if (otherZone || last != null && !isAlike(last, session)) {
                return Optional.empty();
            }
            zone = session.timeZone().isEmpty() ? zone : session.timeZone();
            last = session;
        }
        return Optional.of(last == null ? rename : last.withTimeZone(zone).withUnchecked(rename.unchecked()));
    }

    private static boolean isAlike(StatementSession one, StatementSession other) {
        return Objects.equals(
                        one.withoutQuoting().sqlMode(), other.withoutQuoting().sqlMode())
                && one.clientCollation() == other.clientCollation()
                && one.connectionCollation() == other.connectionCollation();
    }
}
