package io.dataflowsync.dpu.plan;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.EventCodec;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.deadletter.AffectedRows;
import io.dataflowsync.dpu.deadletter.DeadLetter;
import io.dataflowsync.dpu.execute.Result;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.log.LogEntry;
import io.dataflowsync.dpu.mapping.FieldMapper;
import io.dataflowsync.dpu.relationship.RelationshipChange;
import io.dataflowsync.dpu.statement.ConflictKeys;
import io.dataflowsync.dpu.statement.SqlStatement;
import io.dataflowsync.dpu.statement.SqlText;
import io.dataflowsync.dpu.statement.Work;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An event with all that is known before the target has seen it.
 *
 * @param leftKey the key that its row has had on the target until then, and keeps no longer, where keys stay as they are
 * @param statements what to run for it; none where nothing is to be done, or where it failed
 * @param failure why it cannot be run at all
 * @param touched the rows that it is about
 * @param touches what it must not overtake on the target
 * @param changes what it means for the relationships once it is applied
 * @param schema of a schema change: what is made of it
 * @param note for people, where something of it was left undone with reason
 */
public record PlannedEvent(
        Received received,
        @Nullable String targetTable,
        @Nullable String oldKey,
        @Nullable String newKey,
        @Nullable String leftKey,
        List<SqlStatement> statements,
        Result.@Nullable Failed failure,
        List<RelationshipChange> changes,
        AffectedRows touched,
        ConflictKeys touches,
        @Nullable SchemaWork schema,
        @Nullable String note) {
    private static final int STATEMENTS_SHOWN = 20;

    /** Of an event that changes no table's definition. */
    PlannedEvent(
            Received received,
            @Nullable String targetTable,
            @Nullable String oldKey,
            @Nullable String newKey,
            List<SqlStatement> statements,
            Result.@Nullable Failed failure,
            List<RelationshipChange> changes,
            AffectedRows touched) {
        this(
                received,
                targetTable,
                oldKey,
                newKey,
                null,
                statements,
                failure,
                changes,
                touched,
                ConflictKeys.EVERYTHING,
                null,
                null);
    }

    /**
     * Where it changes the key of a row in the source that has a new key: whether the row keeps that one; else null. It is planned so with the
     * relationships of the time, and where its logs are completed after a crash, others may have come.
     */
    public @Nullable Boolean keyKept() {
        return changes.isEmpty()
                        || !(received.event() instanceof ChangeEvent.Update update)
                        || !FieldMapper.keepsChangedKey(update)
                ? null
                : (Boolean) changes.stream().anyMatch(RelationshipChange.Rekeyed.class::isInstance);
    }

    /** The same with a note. */
    PlannedEvent noting(@Nullable String text) {
        return with(touched, text);
    }

    /** The same, about these rows. */
    PlannedEvent touching(AffectedRows rows) {
        return with(rows, note);
    }

    private PlannedEvent with(AffectedRows rows, @Nullable String text) {
        return new PlannedEvent(
                received,
                targetTable,
                oldKey,
                newKey,
                leftKey,
                statements,
                failure,
                changes,
                rows,
                touches,
                schema,
                text);
    }

    /** What it has to do on the target. */
    public Work work() {
        return new Work(statements, touches);
    }

    static PlannedEvent failed(Received received, Result.Failed failure) {
        AffectedRows touched = AffectedRowsFinder.ofUnknown(received.event());
        return new PlannedEvent(received, null, null, null, List.of(), failure, List.of(), touched);
    }

    /** A change of a row that is known by its key, and cannot be run for another reason than its table. */
    static PlannedEvent failedRow(Received received, Result.Failed failure) {
        PlannedEvent failed = failed(received, failure);
        String oldKey = received.event() instanceof ChangeEvent.RowChange change ? LoggedKey.of(change.key()) : null;
        return new PlannedEvent(received, null, oldKey, null, List.of(), failure, List.of(), failed.touched);
    }

    static PlannedEvent failed(Received received, ErrorCode code, String text) {
        return failed(received, new Result.Failed(code, text, null));
    }

    /** Its id, should it become a dead letter. */
    public String letterId() {
        return isForeignCopy() ? received.eventId() + "@" + received.lane() : received.eventId();
    }

    @Nullable
    TableName table() {
        return received.event() == null ? null : received.event().table();
    }

    String action() {
        return received.event() == null
                ? "unreadable"
                : received.event().operation().word();
    }

    /** Whether every lane has a copy of it, and this is not the one that counts: its table's lane's, or lane 0's. */
    public boolean isForeignCopy() {
        if (received.event() instanceof ChangeEvent.SchemaChange change) {
            return received.lane() != change.lane();
        }
        return received.event() instanceof ChangeEvent.SnapshotCompleted && received.lane() != 0;
    }

    LogEntry.Status status(Result result) {
        if (result instanceof Result.Failed) {
            return LogEntry.Status.DEAD;
        }
        if (result instanceof Result.Waiting) {
            return LogEntry.Status.WAITING;
        }
        boolean nothing = schema == null
                ? statements.isEmpty() && received.event() instanceof ChangeEvent.RowChange
                : !schema.isRun();
        return nothing ? LogEntry.Status.SKIPPED : LogEntry.Status.APPLIED;
    }

    /** What it means for the relationships that it is applied, and that rows went along with it. */
    public List<RelationshipChange> changes(Result result) {
        if (result.gone().isEmpty()) {
            return changes;
        }
        Map<String, List<String>> byTable = new LinkedHashMap<>();
        result.gone().forEach(v -> byTable.computeIfAbsent(v.table(), t -> new ArrayList<>())
                .add(v.key()));
        List<RelationshipChange> all = new ArrayList<>(changes);
        byTable.forEach((table, keys) -> all.add(new RelationshipChange.Vanished(table, keys)));
        return all;
    }

    public LogEntry entry(Result result, Instant appliedAt) {
        ChangeEvent event = received.event();
        Instant unread = received.unreadable() == null
                ? received.at()
                : received.unreadable().recordedAt();
        return new LogEntry(
                received.eventId(),
                received.lane(),
                received.offset(),
                table(),
                targetTable,
                action(),
                event == null ? null : event.origin().position().snapshot(),
                oldKey,
                newKey,
                leftKey,
                sqlText(),
                status(result),
                code(result),
                text(result),
                event == null ? unread : event.origin().committedAt(),
                event == null ? unread : event.origin().capturedAt(),
                received.at(),
                appliedAt);
    }

    private static @Nullable String code(Result result) {
        if (result instanceof Result.Failed failed) {
            return failed.code().word();
        }
        return result instanceof Result.Waiting ? ErrorCode.WAITS_BEHIND.word() : null;
    }

    private @Nullable String text(Result result) {
        if (result instanceof Result.Applied applied) {
            String said = applied.note() == null ? note : applied.note();
            return schema == null ? said : schema.text(said);
        }
        return result instanceof Result.Failed failed
                ? failed.text()
                : "waits behind " + ((Result.Waiting) result).behind();
    }

    /** @param result why it is not applied */
    public DeadLetter deadLetter(Result result) {
        Result.Failed failed = result instanceof Result.Failed f ? f : null;
        String text = received.event() == null
                ? Objects.requireNonNull(received.unreadable()).text()
                : new String(new EventCodec().encode(received.event()), StandardCharsets.UTF_8);
        return new DeadLetter(
                letterId(),
                received.lane(),
                received.offset(),
                table(),
                action(),
                oldKey,
                failed == null ? ErrorCode.WAITS_BEHIND : failed.code(),
                String.valueOf(text(result)),
                failed == null ? null : failed.stack(),
                result instanceof Result.Waiting waiting ? waiting.behind() : null,
                sqlText(),
                touched,
                text);
    }

    private @Nullable String sqlText() {
        if (schema != null) {
            return schema.plan().sql().isEmpty() ? null : schema.plan().sql();
        }
        if (statements.isEmpty()) {
            return null;
        }
        String shown =
                statements.stream().limit(STATEMENTS_SHOWN).map(SqlText::of).collect(Collectors.joining(";\n"));
        int more = statements.size() - STATEMENTS_SHOWN;
        return more > 0 ? shown + ";\n/* … and " + more + " more */" : shown;
    }
}
