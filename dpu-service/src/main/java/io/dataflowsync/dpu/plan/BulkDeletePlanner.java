package io.dataflowsync.dpu.plan;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.ChangeEvent.Delete;
import io.dataflowsync.contract.event.ChangeEvent.Insert;
import io.dataflowsync.contract.event.ChangeEvent.SnapshotCompleted;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.intake.EarlierEvents;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.mapping.ColumnPlan;
import io.dataflowsync.dpu.mapping.KeyMeaning;
import io.dataflowsync.dpu.plan.PlannedEvent.LoggedRow;
import io.dataflowsync.dpu.relationship.KeyNeeds;
import io.dataflowsync.dpu.relationship.KeyPairs;
import io.dataflowsync.dpu.relationship.KeyRange;
import io.dataflowsync.dpu.relationship.KeySpace;
import io.dataflowsync.dpu.relationship.KnownKeys;
import io.dataflowsync.dpu.relationship.RelationshipChange;
import io.dataflowsync.dpu.relationship.Relationships;
import io.dataflowsync.dpu.statement.SqlStatement;
import io.dataflowsync.dpu.statement.Work;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Plans the events that delete many rows: a truncated table, and the end of a snapshot (sweep).
 *
 * <p>The target's own rows, which did not come from the source, stay.
 */
public final class BulkDeletePlanner {
    private static final Logger LOG = Logger.getLogger(BulkDeletePlanner.class);

    private final Relationships relationships;
    private final RowsOnTarget rowsOnTarget;
    private final EarlierEvents earlierEvents;

    public BulkDeletePlanner(Relationships relationships, RowsOnTarget rowsOnTarget, EarlierEvents earlierEvents) {
        this.relationships = relationships;
        this.rowsOnTarget = rowsOnTarget;
        this.earlierEvents = earlierEvents;
    }

    PlannedEvent truncate(Received received, TableContext context) throws SQLException {
        if (context.plan().key().rekeyed()) {
            return truncateRekeyed(received, context);
        }
        if (context.plan().key().isWholeRow()) {
            return notDistinguished(received, context, "have no key");
        }
        if (context.plan().key().newKeys().isPresent()) {
            KeySpace space = context.plan().key().newKeys().get();
            List<SqlStatement> deletes = deleteRanges(context, relationships.appliedKeys(space));
            return cleared(received, context, deletes, List.of(new RelationshipChange.Cleared(space)));
        }
        Collection<String> keys = written(context);
        if (keys.stream().anyMatch(rowsOnTarget::isCut)) {
            return notDistinguished(received, context, "have keys that are longer than the log keeps");
        }
        if (!keys.isEmpty() && !areDistinguished(context)) {
            return notDistinguished(
                    received, context, "are distinguished there by other columns than the source's key");
        }
        return cleared(received, context, delete(context, keys, false), List.of());
    }

    private static PlannedEvent notDistinguished(Received received, TableContext context, String why) {
        return PlannedEvent.failed(
                received,
                ErrorCode.TRUNCATE_WITHOUT_KEY,
                "the rows of " + context.plan().target().name() + " " + why
                        + ", so the target's own rows cannot be distinguished from the others: delete the others by hand, then dismiss this");
    }

    private static PlannedEvent cleared(
            Received received, TableContext context, List<SqlStatement> statements, List<RelationshipChange> changes) {
        return new PlannedEvent(
                received,
                LoggedRow.allOf(context.plan().target().name().table()),
                Work.inPlace(statements),
                changes,
                AffectedRowsFinder.ofUnknown(received.event()));
    }

    /**
     * Plans the truncation of a table that had another key before. This works only for rows that have numbers as new keys.
     *
     * <p>The log knows earlier rows by their earlier key, so they cannot be found by the present key. But a new number always belongs to
     * its row.
     */
    private PlannedEvent truncateRekeyed(Received received, TableContext context) throws SQLException {
        ColumnPlan numbered = context.plan().numbered().orElse(null);
        if (numbered == null || !(numbered.meaning() instanceof KeyMeaning.NewKey key)) {
            return notDistinguished(received, context, "had another key before");
        }
        List<KeyRange> keys = relationships.usedKeys(key.space());
        List<SqlStatement> statements = new ArrayList<>();
        for (TableContext target : context.all()) {
            target.plan()
                    .numbered()
                    .map(ColumnPlan::target)
                    .ifPresent(column -> statements.addAll(target.statements().deleteRangesOf(column, keys)));
        }
        return cleared(received, context, statements, List.of(new RelationshipChange.Cleared(key.space())));
    }

    /**
     * Plans the deletes at the end of a snapshot: rows that the target has and the snapshot did not contain are gone from the source.
     *
     * <p>An earlier attempt or the stream has applied such a row. The stream brings no DELETE for it, because the row was gone before the
     * snapshot. So its delete is a part of the snapshot. A row is left alone if the stream has brought a change of it that was not applied:
     * the row may have another key in the source, so that change decides about it.
     */
    PlannedEvent sweep(Received received, TableRegistry registry) throws SQLException {
        SnapshotCompleted event = (SnapshotCompleted) Objects.requireNonNull(received.event());
        String snapshot = Objects.requireNonNull(event.origin().position().snapshot());
        List<SqlStatement> statements = new ArrayList<>();
        List<RelationshipChange> changes = new ArrayList<>();
        List<String> unswept = new ArrayList<>();
        for (TableName table : event.tables()) {
            if (event.isIn(received.lane(), table) && rowsOnTarget.hasOthers(table, snapshot)) {
                TableContext context = registry.contextAt(table, event.origin().position());
                if (mayMiss(event, context, received.lane())) {
                    unswept.add(table.toString());
                    continue;
                }
                if (context.plan().key().newKeys().isPresent()) {
                    KeySpace space = context.plan().key().newKeys().get();
                    List<KeyPairs> unseen = unseen(space, snapshot, received.lane());
                    statements.addAll(deleteRanges(
                            context, unseen.stream().map(KeyPairs::newKeys).toList()));
                    changes.add(new RelationshipChange.Swept(
                            space, unseen.stream().map(KeyPairs::oldKeys).toList()));
                    continue;
                }
                Collection<String> keys = unseen(context, snapshot, received.lane());
                if (keys.stream().anyMatch(rowsOnTarget::isCut) || !keys.isEmpty() && !areDistinguished(context)) {
                    unswept.add(table.toString());
                    continue;
                }
                statements.addAll(delete(context, keys, true));
            }
        }
        Map<TableName, List<Long>> keyless = rowsOnTarget.keylessOfBroken(snapshot, received.lane());
        keyless.keySet().retainAll(event.tables());
        keyless.keySet().removeAll(event.partial());
        for (Map.Entry<TableName, List<Long>> table : keyless.entrySet()) {
            TableContext context =
                    registry.contextAt(table.getKey(), event.origin().position());
            if (context.plan().key().rekeyed()) {
                unswept.add(table.getKey().toString());
                continue;
            }
            statements.addAll(sweepKeyless(context, earlierEvents.at(received.lane(), table.getValue())));
        }
        return new PlannedEvent(received, LoggedRow.NONE, Work.inPlace(statements), changes, AffectedRows.NOTHING)
                .noting(note(event, unswept, received.lane()));
    }

    /** Whether the source may have a row of the table that the log does not list among the rows of this snapshot. */
    private boolean mayMiss(SnapshotCompleted event, TableContext context, int lane) throws SQLException {
        TableName table = context.plan().source();
        String snapshot = Objects.requireNonNull(event.origin().position().snapshot());
        return event.partial().contains(table)
                || context.plan().key().rekeyed()
                || !context.plan().key().isWholeRow() && rowsOnTarget.hasUnknown(table, snapshot, lane);
    }

    private static @Nullable String note(SnapshotCompleted event, List<String> unswept, int lane) {
        TreeSet<String> tables = new TreeSet<>(unswept);
        event.partial().forEach(table -> tables.add(table.toString()));
        if (tables.isEmpty()) {
            return null;
        }
        String text = "rows of " + String.join(", ", tables)
                + " were left out of this snapshot, are dead letters, had another key before, or are distinguished on the"
                + " target by other columns than their key, so no row of these tables is deleted: fix that, then read them again with"
                + " POST /api/v1/capture/snapshots; delete by hand what the source does not have of a table that had another key, or is distinguished by other columns";
        LOG.warnf("Lane %d: %s: %s", lane, event.id(), text);
        return text;
    }

    private Set<String> written(TableContext context) throws SQLException {
        return WrittenKeys.of(rowsOnTarget, relationships, context);
    }

    private Set<String> unseen(TableContext context, String snapshot, int lane) throws SQLException {
        List<ColumnDefinition> columns = context.keyColumns();
        Set<String> seen = rowsOnTarget.seenKeys(context.plan().source(), snapshot, lane).stream()
                .map(key -> LoggedKey.plain(key, columns))
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> keys = written(context);
        rowsOnTarget.heldKeys(context.plan().source(), lane).forEach(key -> seen.add(LoggedKey.plain(key, columns)));
        keys.removeIf(key -> seen.contains(LoggedKey.plain(key, columns)));
        return keys;
    }

    private List<KeyPairs> unseen(KeySpace space, String snapshot, int lane) throws SQLException {
        TreeSet<BigInteger> held = new TreeSet<>();
        rowsOnTarget.heldKeys(space.source(), lane).forEach(key -> held.add(new BigInteger(key)));
        return rowsOnTarget.unseenNewKeys(space.source(), snapshot, lane).stream()
                .flatMap(keys -> keys.without(held).stream())
                .toList();
    }

    /**
     * Deletes one copy of each row without a key that a broken snapshot had applied.
     *
     * <p>Such a row is known by its image alone. The new snapshot has brought an equal row, so one of the two is deleted.
     */
    private List<SqlStatement> sweepKeyless(TableContext context, List<ChangeEvent> applied) throws SQLException {
        List<Delete> deletes = new ArrayList<>();
        KeyNeeds needs = new KeyNeeds();
        for (ChangeEvent event : applied) {
            Insert insert = (Insert) event;
            Delete delete = new Delete(insert.origin(), insert.table(), insert.key(), insert.after());
            RowPlanner.addNeeds(context, delete, needs);
            deletes.add(delete);
        }
        KnownKeys keys = relationships.resolve(needs);
        List<SqlStatement> statements = new ArrayList<>();
        for (Delete delete : deletes) {
            for (TableContext target : context.all()) {
                target.mapper().seen(delete).stream()
                        .flatMap(seen ->
                                target.statements().statements(target.mapper().map(seen, keys)).stream())
                        .map(found -> new SqlStatement(found.sql(), found.values(), SqlStatement.Expected.ANY, null))
                        .forEach(statements::add);
            }
        }
        return statements;
    }

    private static List<SqlStatement> deleteRanges(TableContext context, List<KeyRange> newKeys) {
        return context.all().stream()
                .flatMap(target -> target
                        .statements()
                        .deleteRanges(
                                target.keyColumns().get(0).name(),
                                target.mapper().constants(),
                                newKeys)
                        .stream())
                .toList();
    }

    /**
     * Whether no two rows of the target have the same kept key.
     *
     * <p>If the target's own key has more columns, rows of its own may have this key, too. A new key belongs to one row only.
     */
    private static boolean areDistinguished(TableContext context) {
        return context.all().stream().allMatch(target -> target.statements().distinguish(names(target)));
    }

    private static List<String> names(TableContext target) {
        return Stream.concat(
                        target.keyColumns().stream().map(ColumnDefinition::name),
                        target.mapper().constants().columns().stream())
                .toList();
    }

    /**
     * @param asWritten whether the key must be equal byte by byte, so that a row stays whose key is equal in the target's collation only
     */
    private static List<SqlStatement> delete(TableContext context, Collection<String> keys, boolean asWritten) {
        List<SqlStatement> statements = new ArrayList<>();
        for (TableContext target : context.all()) {
            List<ColumnDefinition> columns = target.keyColumns();
            List<Row> rows = keys.stream()
                    .map(key -> target.mapper().withConstants(LoggedKey.parse(key, columns)))
                    .toList();
            List<String> names = names(target);
            statements.addAll(
                    asWritten
                            ? target.statements().deleteAllWritten(names, rows)
                            : target.statements().deleteAll(names, rows));
        }
        return statements;
    }
}
