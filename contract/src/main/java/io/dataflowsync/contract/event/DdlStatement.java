package io.dataflowsync.contract.event;

import org.jspecify.annotations.Nullable;

/**
 * A statement that changed the source's tables.
 *
 * @param ddl the statement, as the source's client wrote it
 * @param canonical the same statement in a form that 5.7, 8.0 and parsers read in the same way with any {@code sql_mode}: without comments,
 *     names in back quotes, table names with their schema and as the source stores them; null if this form is not known,
 *     {@link #UNCERTAIN} if no form is certain
 * @param session the session in which the source ran the statement, or the statements of its {@link GhostTable}; null for an event of an
 *     earlier version, which did not carry it
 */
public record DdlStatement(
        String ddl, @Nullable String canonical, @Nullable StatementSession session) {

    /** The canonical form of a statement whose effect on foreign keys or texts is not certain. */
    public static final String UNCERTAIN = "";

    /** Returns whether its effect on foreign keys or texts is not known, so that it must not be applied to the target. */
    public boolean isUncertain() {
        return UNCERTAIN.equals(canonical);
    }

    /** Returns the form of the statement that a parser should read. */
    public String readable() {
        return canonical == null || isUncertain() ? ddl : canonical;
    }

    /**
     * Returns the session in which {@link #readable} has the same meaning as the original statement in its own session; null if that is not
     * known.
     */
    public @Nullable StatementSession readableSession() {
        return canonical == null || isUncertain() || session == null ? session : session.withoutQuoting();
    }
}
