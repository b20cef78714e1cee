package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.SourceStatement;
import io.dataflowsync.cdc.log.ChangeLog;
import io.dataflowsync.cdc.mapping.OutgoingEvent;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.event.DdlStatement;
import io.dataflowsync.contract.event.SourcePosition;
import io.dataflowsync.contract.event.StatementSession;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.catalog.GhostTables;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Collects the statements on a ghost table: a table that a schema change tool makes next to another, and that then takes that one's place.
 */
final class GhostStatements {
    private final ChangeLog log;
    private final UnaryOperator<TableName> kept;
    private final Predicate<TableName> captured;

    /**
     * @param kept maps a name as a statement has it to the name as the source keeps it
     * @param captured whether a table is captured
     */
    GhostStatements(ChangeLog log, UnaryOperator<TableName> kept, Predicate<TableName> captured) {
        this.log = log;
        this.kept = kept;
        this.captured = captured;
    }

    /**
     * Returns the statement with all statements on the ghost table, if it puts that table in another's place; else the statement as it
     * is. The definition of a table that is older than the capture is not known: then the statement alone is passed on.
     *
     * @param batch the events before it that are not in the log yet
     */
    SchemaChange withGhostStatements(SchemaChange change, List<OutgoingEvent> batch) throws SQLException {
        TableName table = change.table();
        if (table == null) {
            return change;
        }
        Optional<TableName> ghost = SourceStatement.parse(change.statement().readable(), table.schema())
                .kept(kept)
                .renamedFrom()
                .filter(from -> GhostTables.original(from.table())
                        .filter(table.table()::equals)
                        .isPresent());
        if (ghost.isEmpty()) {
            return change;
        }
        List<SchemaChange> since = since(ghost.get(), earlier(change, batch));
        return since.isEmpty() && !captured.test(ghost.get())
                ? change.withGhost(
                        List.of(change.statement().readable()),
                        change.statement().session())
                : withStatements(change, since);
    }

    private static SchemaChange withStatements(SchemaChange change, List<SchemaChange> since) {
        StatementSession session = change.statement().session();
        Optional<StatementSession> one = session == null ? Optional.empty() : GhostSession.of(since, session);
        if (session != null && one.isEmpty()) {
            return change.withGhost(List.of(DdlStatement.UNCERTAIN), session);
        }
        return change.withGhost(
                since.stream()
                        .map(event -> event.statement().isUncertain()
                                ? DdlStatement.UNCERTAIN
                                : event.statement().readable())
                        .toList(),
                one.orElse(null));
    }

    private List<SchemaChange> earlier(SchemaChange change, List<OutgoingEvent> batch) throws SQLException {
        List<SchemaChange> earlier = new ArrayList<>(log.schemaChanges(Objects.requireNonNull(change.table())));
        batch.stream()
                .map(OutgoingEvent::event)
                .filter(SchemaChange.class::isInstance)
                .map(SchemaChange.class::cast)
                .filter(event -> Objects.equals(event.table(), change.table()))
                .forEach(earlier::add);
        return earlier.stream()
                .filter(event -> event.ghost().isSubject()
                        && SourcePosition.IN_BINLOG.compare(
                                        event.origin().position(),
                                        change.origin().position())
                                < 0)
                .sorted(Comparator.comparing(event -> event.origin().position(), SourcePosition.IN_BINLOG))
                .toList();
    }

    /** The statements since the ghost table was made. One that the log has and the batch brings again counts once. */
    private List<SchemaChange> since(TableName ghost, List<SchemaChange> earlier) {
        List<SchemaChange> statements = new ArrayList<>();
        String last = "";
        for (SchemaChange event : earlier) {
            SourceStatement statement = SourceStatement.parse(event.statement().readable(), ghost.schema())
                    .kept(kept);
            if (statement.tables().contains(ghost) && !event.id().equals(last)) {
                if (statement.creates()) {
                    statements.clear();
                }
                statements.add(event);
                last = event.id();
            }
        }
        return statements;
    }
}
