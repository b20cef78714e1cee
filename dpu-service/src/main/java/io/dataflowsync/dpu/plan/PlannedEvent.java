package io.dataflowsync.dpu.plan;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.execute.Result;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.mapping.FieldMapper;
import io.dataflowsync.dpu.relationship.RelationshipChange;
import io.dataflowsync.dpu.statement.SqlStatement;
import io.dataflowsync.dpu.statement.SqlText;
import io.dataflowsync.dpu.statement.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An event with all that is known about it before the target sees it.
 *
 * @param row the row as the log is to name it
 * @param work the statements of the event, none if there is nothing to do or if planning failed; and the keys of events that it must not
 *     overtake on the target
 * @param failure the reason why it cannot be run at all
 * @param changes the changes of relationships that follow once it is applied
 * @param affected the rows that it is about
 * @param schema for a schema change: the work that it means on the target
 * @param note a text for operators, if a part of the event was left undone on purpose
 */
public record PlannedEvent(
        Received received,
        LoggedRow row,
        Work work,
        Result.@Nullable Failed failure,
        List<RelationshipChange> changes,
        AffectedRows affected,
        @Nullable SchemaWork schema,
        @Nullable String note) {
    private static final int STATEMENTS_SHOWN = 20;

    /**
     * The row of an event as the log names it.
     *
     * @param leftKey the key that the row had on the target until then and gives up, where keys are kept
     */
    public record LoggedRow(
            @Nullable String targetTable,
            @Nullable String oldKey,
            @Nullable String newKey,
            @Nullable String leftKey) {
        static final LoggedRow NONE = new LoggedRow(null, null, null, null);

        /** The rows of a whole table of the target. */
        static LoggedRow allOf(String targetTable) {
            return new LoggedRow(targetTable, null, null, null);
        }
    }

    /** Creates the plan of an event that changes no table's definition. */
    PlannedEvent(Received received, LoggedRow row, Work work, List<RelationshipChange> changes, AffectedRows affected) {
        this(received, row, work, null, changes, affected, null, null);
    }

    /**
     * Whether the row keeps its new key, if the event changes the key of a row in the source; else null.
     *
     * <p>The plan depends on the relationships of its time. When logs are completed after a crash, other relationships may have come.
     */
    public @Nullable Boolean keyKept() {
        return changes.isEmpty()
                        || !(received.event() instanceof ChangeEvent.Update update)
                        || !FieldMapper.keepsChangedKey(update)
                ? null
                : (Boolean) changes.stream().anyMatch(RelationshipChange.Rekeyed.class::isInstance);
    }

    /** Returns the same event with a note. */
    PlannedEvent noting(@Nullable String text) {
        return with(affected, text);
    }

    /** Returns the same event with other affected rows. */
    PlannedEvent affecting(AffectedRows rows) {
        return with(rows, note);
    }

    private PlannedEvent with(AffectedRows rows, @Nullable String text) {
        return new PlannedEvent(received, row, work, failure, changes, rows, schema, text);
    }

    static PlannedEvent failed(Received received, Result.Failed failure) {
        return failed(received, LoggedRow.NONE, failure);
    }

    /** Returns a row change that is known by its key, and cannot be run for a reason that is not its table. */
    static PlannedEvent failedRow(Received received, Result.Failed failure) {
        String oldKey = received.event() instanceof ChangeEvent.RowChange change ? LoggedKey.of(change.key()) : null;
        return failed(received, new LoggedRow(null, oldKey, null, null), failure);
    }

    private static PlannedEvent failed(Received received, LoggedRow row, Result.Failed failure) {
        AffectedRows affected = AffectedRowsFinder.ofUnknown(received.event());
        return new PlannedEvent(received, row, Work.inPlace(List.of()), failure, List.of(), affected, null, null);
    }

    static PlannedEvent failed(Received received, ErrorCode code, String text) {
        return failed(received, new Result.Failed(code, text, null));
    }

    /** The id that the event gets if it becomes a dead letter. */
    public String letterId() {
        return isForeignCopy() ? received.eventId() + "@" + received.lane() : received.eventId();
    }

    /** The table of the source; null where the record is no event. */
    public @Nullable TableName table() {
        return received.event() == null ? null : received.event().table();
    }

    /** The operation of the event, or {@code unreadable}. */
    public String action() {
        return received.event() == null
                ? "unreadable"
                : received.event().operation().word();
    }

    /**
     * Whether this is a copy that does not count.
     *
     * <p>Every lane has a copy of a schema change and of the end of a snapshot. Only one counts: that of the table's lane, or that of lane
     * 0.
     */
    public boolean isForeignCopy() {
        if (received.event() instanceof ChangeEvent.SchemaChange change) {
            return received.lane() != change.routing().lane();
        }
        return received.event() instanceof ChangeEvent.SnapshotCompleted && received.lane() != 0;
    }

    /** Returns the changes of relationships by the event and by the rows that the target deleted along with it. */
    public List<RelationshipChange> changes(Result result) {
        if (result.gone().isEmpty()) {
            return changes;
        }
        Map<String, List<String>> byTable = new LinkedHashMap<>();
        result.gone().forEach(v -> byTable.computeIfAbsent(v.table(), t -> new ArrayList<>())
                .add(v.key()));
        List<RelationshipChange> all = new ArrayList<>(changes);
        byTable.forEach((table, keys) -> all.add(new RelationshipChange.CascadeDeleted(table, keys)));
        return all;
    }

    /** The SQL for people: the first {@value #STATEMENTS_SHOWN} statements with their values; null where there is none. */
    public @Nullable String sqlText() {
        if (schema != null) {
            return schema.plan().sql().isEmpty() ? null : schema.plan().sql();
        }
        List<SqlStatement> statements = work.statements();
        if (statements.isEmpty()) {
            return null;
        }
        String shown =
                statements.stream().limit(STATEMENTS_SHOWN).map(SqlText::of).collect(Collectors.joining(";\n"));
        int more = statements.size() - STATEMENTS_SHOWN;
        return more > 0 ? shown + ";\n/* … and " + more + " more */" : shown;
    }
}
