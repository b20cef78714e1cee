package io.dataflowsync.dpu.plan;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.ChangeEvent.Delete;
import io.dataflowsync.contract.event.ChangeEvent.Insert;
import io.dataflowsync.contract.event.ChangeEvent.SnapshotCompleted;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.deadletter.AffectedRows;
import io.dataflowsync.dpu.intake.EarlierEvents;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.log.AppliedRows;
import io.dataflowsync.dpu.log.AppliedRows.AppliedRow;
import io.dataflowsync.dpu.mapping.ColumnPlan;
import io.dataflowsync.dpu.mapping.KeyMeaning;
import io.dataflowsync.dpu.relationship.KeyNeeds;
import io.dataflowsync.dpu.relationship.KeySpace;
import io.dataflowsync.dpu.relationship.KnownKeys;
import io.dataflowsync.dpu.relationship.RelationshipChange;
import io.dataflowsync.dpu.relationship.Relationships;
import io.dataflowsync.dpu.statement.SqlStatement;
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

/** Plans what deletes many rows: a truncated table, and what a snapshot did not meet. Rows of the target's own stay. */
public final class BulkDeletePlanner {
    private static final Logger LOG = Logger.getLogger(BulkDeletePlanner.class);

    private final Relationships relationships;
    private final AppliedRows appliedRows;
    private final EarlierEvents earlierEvents;

    public BulkDeletePlanner(Relationships relationships, AppliedRows appliedRows, EarlierEvents earlierEvents) {
        this.relationships = relationships;
        this.appliedRows = appliedRows;
        this.earlierEvents = earlierEvents;
    }

    PlannedEvent truncate(Received received, TableContext room) throws SQLException {
        if (room.plan().rekeyed()) {
            return truncateRekeyed(received, room);
        }
        if (room.plan().key().isEmpty()) {
            return notToldApart(received, room, "have no key");
        }
        Collection<String> keys = room.plan().newKeys().isPresent()
                ? relationships.appliedKeys(room.plan().newKeys().get())
                : written(room);
        if (keys.stream().anyMatch(AppliedRows::isCut)) {
            return notToldApart(received, room, "have keys that are longer than the log keeps");
        }
        if (!keys.isEmpty() && !areToldApart(room)) {
            return notToldApart(received, room, "are told apart there by other columns than the source's key");
        }
        List<RelationshipChange> changes = room.plan()
                .newKeys()
                .map(space -> List.<RelationshipChange>of(new RelationshipChange.Cleared(space)))
                .orElse(List.of());
        return cleared(received, room, delete(room, keys, false), changes);
    }

    private static PlannedEvent notToldApart(Received received, TableContext room, String why) {
        return PlannedEvent.failed(
                received,
                ErrorCode.TRUNCATE_WITHOUT_KEY,
                "the rows of " + room.plan().target().name() + " " + why
                        + ", so those of the target's own cannot be told apart: delete the others by hand, then dismiss this");
    }

    private static PlannedEvent cleared(
            Received received, TableContext room, List<SqlStatement> statements, List<RelationshipChange> changes) {
        return new PlannedEvent(
                received,
                room.plan().target().name().table(),
                null,
                null,
                statements,
                null,
                changes,
                AffectedRowsFinder.ofUnknown(received.event()));
    }

    /** What is known of rows by the key that the table had before is not known by that of now; numbers that were handed out stay theirs. */
    private PlannedEvent truncateRekeyed(Received received, TableContext room) throws SQLException {
        ColumnPlan numbered = room.plan().numbered().orElse(null);
        if (numbered == null || !(numbered.meaning() instanceof KeyMeaning.NewKey key)) {
            return notToldApart(received, room, "had another key before");
        }
        List<String> keys = relationships.allKeys(key.space());
        List<SqlStatement> statements = new ArrayList<>();
        for (TableContext target : room.all()) {
            target.plan().numbered().map(ColumnPlan::target).ifPresent(column -> {
                List<ColumnDefinition> columns =
                        target.plan().target().column(column).stream().toList();
                statements.addAll(target.statements()
                        .deleteAllWith(
                                column,
                                keys.stream()
                                        .map(text -> LoggedKey.parse(text, columns))
                                        .toList()));
            });
        }
        return cleared(received, room, statements, List.of(new RelationshipChange.Cleared(key.space())));
    }

    /**
     * What is on the target of the tables of a snapshot, and what that did not meet, is gone from the source: an earlier attempt has
     * applied it, or the stream has, and its delete is a part of the snapshot. A row of which the stream has brought a change that was not
     * applied may have another key in the source: what becomes of it is up to that change.
     */
    PlannedEvent sweep(Received received, TableRegistry rooms) throws SQLException {
        SnapshotCompleted event = (SnapshotCompleted) Objects.requireNonNull(received.event());
        String snapshot = Objects.requireNonNull(event.origin().position().snapshot());
        List<SqlStatement> statements = new ArrayList<>();
        List<RelationshipChange> changes = new ArrayList<>();
        List<String> unswept = new ArrayList<>();
        for (TableName table : event.tables()) {
            if (event.isIn(received.lane(), table) && appliedRows.hasOthers(table, snapshot)) {
                TableContext room = rooms.roomAt(table, event.origin().position());
                if (mayMiss(event, room, received.lane())) {
                    unswept.add(table.toString());
                    continue;
                }
                Collection<String> keys = room.plan().newKeys().isPresent()
                        ? unmet(room.plan().newKeys().get(), snapshot, received.lane(), changes)
                        : unmet(room, snapshot, received.lane());
                if (keys.stream().anyMatch(AppliedRows::isCut) || !keys.isEmpty() && !areToldApart(room)) {
                    unswept.add(table.toString());
                    continue;
                }
                statements.addAll(delete(room, keys, true));
            }
        }
        Map<TableName, List<Long>> keyless = appliedRows.keylessOfBroken(snapshot, received.lane());
        keyless.keySet().retainAll(event.tables());
        keyless.keySet().removeAll(event.partial());
        for (Map.Entry<TableName, List<Long>> table : keyless.entrySet()) {
            TableContext room = rooms.roomAt(table.getKey(), event.origin().position());
            if (room.plan().rekeyed()) {
                unswept.add(table.getKey().toString());
                continue;
            }
            statements.addAll(sweepKeyless(room, earlierEvents.at(received.lane(), table.getValue())));
        }
        return new PlannedEvent(received, null, null, null, statements, null, changes, AffectedRows.NOTHING)
                .noting(note(event, unswept, received.lane()));
    }

    /** Whether a row of the table may be in the source that the log does not know this snapshot to have brought. */
    private boolean mayMiss(SnapshotCompleted event, TableContext room, int lane) throws SQLException {
        TableName table = room.plan().source();
        String snapshot = Objects.requireNonNull(event.origin().position().snapshot());
        return event.partial().contains(table)
                || room.plan().rekeyed()
                || !room.plan().key().isEmpty() && appliedRows.hasUnknown(table, snapshot, lane);
    }

    private static @Nullable String note(SnapshotCompleted event, List<String> unswept, int lane) {
        TreeSet<String> tables = new TreeSet<>(unswept);
        event.partial().forEach(table -> tables.add(table.toString()));
        if (tables.isEmpty()) {
            return null;
        }
        String text = "rows of " + String.join(", ", tables)
                + " were left out of this snapshot, are dead letters, had another key before, or are told apart on the"
                + " target by other columns than their key, so nothing of these tables is deleted: read them again once that is mended, with"
                + " POST /api/v1/capture/snapshots; delete by hand what the source does not have of one that had another key, or is told apart otherwise";
        LOG.warnf("Lane %d: %s: %s", lane, event.id(), text);
        return text;
    }

    private Set<String> written(TableContext room) throws SQLException {
        return WrittenKeys.of(appliedRows, room);
    }

    private Set<String> unmet(TableContext room, String snapshot, int lane) throws SQLException {
        List<ColumnDefinition> columns = room.keyColumns();
        Set<String> met = appliedRows.metKeys(room.plan().source(), snapshot, lane).stream()
                .map(key -> LoggedKey.plain(key, columns))
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> keys = written(room);
        appliedRows.heldKeys(room.plan().source(), lane).forEach(key -> met.add(LoggedKey.plain(key, columns)));
        keys.removeIf(key -> met.contains(LoggedKey.plain(key, columns)));
        return keys;
    }

    private List<String> unmet(KeySpace space, String snapshot, int lane, List<RelationshipChange> changes)
            throws SQLException {
        List<String> keys = new ArrayList<>();
        Set<String> held = appliedRows.heldKeys(space.source(), lane);
        for (AppliedRow row : appliedRows.unmetNewKeys(space.source(), snapshot, lane)) {
            if (!held.contains(row.oldKey())) {
                keys.add(row.newKey());
                changes.add(new RelationshipChange.Deleted(space, row.oldKey()));
            }
        }
        return keys;
    }

    /** Such a row is known by its image alone; the new snapshot has brought its equal, so one of the two goes. */
    private List<SqlStatement> sweepKeyless(TableContext room, List<ChangeEvent> applied) throws SQLException {
        List<Delete> deletes = new ArrayList<>();
        KeyNeeds needs = new KeyNeeds();
        for (ChangeEvent event : applied) {
            Insert insert = (Insert) event;
            Delete delete = new Delete(insert.origin(), insert.table(), insert.key(), insert.after());
            RowPlanner.addNeeds(room, delete, needs);
            deletes.add(delete);
        }
        KnownKeys keys = relationships.resolve(needs);
        List<SqlStatement> statements = new ArrayList<>();
        for (Delete delete : deletes) {
            for (TableContext target : room.all()) {
                target.mapper().seen(delete).stream()
                        .flatMap(seen ->
                                target.statements().statements(target.mapper().map(seen, keys)).stream())
                        .map(found -> new SqlStatement(found.sql(), found.values(), SqlStatement.Expected.ANY, null))
                        .forEach(statements::add);
            }
        }
        return statements;
    }

    /**
     * Whether the target has no two rows with the same kept key. Where its own key is wider, rows of its own may have this one, too; a key
     * that was handed out has nobody else.
     */
    private static boolean areToldApart(TableContext room) {
        return room.plan().newKeys().isPresent()
                || room.all().stream().allMatch(target -> target.statements().tellApart(names(target)));
    }

    private static List<String> names(TableContext target) {
        return Stream.concat(
                        target.keyColumns().stream().map(ColumnDefinition::name),
                        target.mapper().constants().columns().stream())
                .toList();
    }

    /** @param asWritten whether a row stays whose key the target's collation takes for one of these, and is written otherwise */
    private static List<SqlStatement> delete(TableContext room, Collection<String> keys, boolean asWritten) {
        List<SqlStatement> statements = new ArrayList<>();
        for (TableContext target : room.all()) {
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
