package io.dataflowsync.dpu.plan;

import io.dataflowsync.contract.event.ChangeEvent.Insert;
import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.event.ChangeEvent.Update;
import io.dataflowsync.dpu.deadletter.AffectedKeys;
import io.dataflowsync.dpu.deadletter.AffectedRows;
import io.dataflowsync.dpu.deadletter.RowName;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.mapping.CascadedKeys;
import io.dataflowsync.dpu.mapping.FieldMapper;
import io.dataflowsync.dpu.mapping.MappedChange;
import io.dataflowsync.dpu.mapping.MappingException;
import io.dataflowsync.dpu.mapping.TargetCascades;
import io.dataflowsync.dpu.relationship.KeyNeeds;
import io.dataflowsync.dpu.relationship.KeySpace;
import io.dataflowsync.dpu.relationship.KnownKeys;
import io.dataflowsync.dpu.relationship.RelationshipChange;
import io.dataflowsync.dpu.statement.ConflictKeys;
import io.dataflowsync.dpu.statement.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans what a change of a row becomes on each of the targets of its table. */
public final class RowPlanner {
    private final TableContext room;
    private final RowChange change;
    private final KnownKeys keys;
    private final List<SqlStatement> statements = new ArrayList<>();
    private List<RelationshipChange> cascaded = List.of();
    private boolean was;
    private boolean is;
    private @Nullable String newKey;
    private @Nullable String leftKey;

    private RowPlanner(TableContext room, RowChange change, KnownKeys keys) {
        this.room = room;
        this.change = change;
        this.keys = keys;
    }

    /** Adds the old keys that {@link #plan} will ask for. */
    public static void addNeeds(TableContext room, RowChange change, KeyNeeds needs) {
        for (TableContext target : room.all()) {
            Optional<RowChange> seen = target.mapper().seen(change);
            if (seen.isPresent()) {
                target.mapper().addNeeds(seen.get(), needs);
                if (FieldMapper.keepsChangedKey(change)) {
                    target.mapper().addLook(change, needs);
                }
            } else {
                target.mapper().filtered().addNeeds(change, needs);
            }
        }
    }

    /** Whether a target sees anything of a change. */
    static boolean isSeen(TableContext room, RowChange change) {
        try {
            return room.all().stream()
                    .anyMatch(target -> target.mapper().seen(change).isPresent());
        } catch (MappingException e) {
            return false;
        }
    }

    /**
     * The change as it is to be planned. A row that gets a key which others have named already, of a row that is gone or never came, is the
     * one that they mean from now on: it gets the new key which they have, as where no constraint of the source follows.
     *
     * @param keyKept whether it has kept its new key when it was applied; null where it was not yet
     */
    static RowChange named(TableContext room, RowChange change, KnownKeys keys, @Nullable Boolean keyKept) {
        if (!FieldMapper.keepsChangedKey(change)) {
            return change;
        }
        boolean isNamed = keyKept == null
                ? room.plan()
                        .newKeys()
                        .flatMap(space -> keys.find(space, Objects.requireNonNull(LoggedKey.of(change.key()))))
                        .isPresent()
                : !keyKept;
        return isNamed ? ((Update) change).asUnfollowed() : change;
    }

    public static PlannedEvent plan(Received received, TableContext room, RowChange change, KnownKeys keys) {
        return new RowPlanner(room, change, keys).plan(received);
    }

    private PlannedEvent plan(Received received) {
        AffectedRows affected = AffectedRowsFinder.ofOwn(change);
        for (TableContext target : room.all()) {
            Optional<RowChange> seen = target.mapper().seen(change);
            if (seen.isEmpty() || !seen.get().equals(change)) {
                target.mapper().filtered().require(change, keys);
            }
            if (seen.isPresent()) {
                map(target, seen.get());
                affected = AffectedRowsFinder.with(affected, seen.get(), target);
            } else {
                List<MappedChange> unseen = target.mapper().filtered().of(change, keys);
                unseen.forEach(row -> unwanted(target, row));
                affected = unseen.isEmpty() ? affected : AffectedRowsFinder.with(affected, change, target);
            }
        }
        String oldKey = LoggedKey.of(room.mapper().sourceKey(change));
        List<RelationshipChange> changes = oldKey == null
                ? List.of()
                : room.plan().newKeys().map(space -> changes(space, oldKey)).orElse(List.of());
        if (!cascaded.isEmpty()) {
            changes = Stream.concat(changes.stream(), cascaded.stream()).toList();
        }
        String target = room.plan().target().name().table();
        boolean isApart = room.isSimple() && tellsAll(affected) && !ordersOthers(affected);
        ConflictKeys conflictKeys = isApart ? touches(affected) : ConflictKeys.EVERYTHING;
        return new PlannedEvent(
                received,
                target,
                oldKey,
                newKey,
                leftKey,
                statements,
                null,
                changes,
                affected,
                conflictKeys,
                null,
                null);
    }

    /** Whether the target changes rows of others along with it, so that these refer to other rows behind it. */
    private boolean ordersOthers(AffectedRows affected) {
        TargetCascades cascades = room.plan().cascades();
        return cascades.orders()
                && (affected.effect() == AffectedRows.Effect.REMOVES
                        || change instanceof Update update
                                && room.plan().columns().values().stream()
                                        .anyMatch(column ->
                                                cascades.isFollowed(column.target()) && update.changes(column.name())));
    }

    /** Whether it is known what others of a batch might be in the way of. */
    private boolean tellsAll(AffectedRows affected) {
        return !change.isPartial()
                || affected.left().stream().noneMatch(RowName::isAny)
                        && room.unique().tells(change);
    }

    /** Whether a row is there. */
    private record Bearing(RowName row) {}

    private ConflictKeys touches(AffectedRows affected) {
        if (affected.rows().size() != 1) {
            return ConflictKeys.EVERYTHING;
        }
        RowName row = affected.rows().get(0);
        Bearing bearing = new Bearing(row);
        List<Object> writes = new ArrayList<>(2);
        writes.add(row);
        if (affected.effect() != AffectedRows.Effect.NONE) {
            writes.add(bearing);
        }
        writes.addAll(room.unique().touched(change));
        List<Object> reads = new ArrayList<>(affected.parents().size());
        affected.parents().forEach(parent -> reads.add(new Bearing(parent)));
        affected.left().forEach(parent -> reads.add(new Bearing(parent)));
        addKeys(affected.keys(), writes, reads);
        return new ConflictKeys(change.key().isEmpty() ? null : row, bearing, writes, reads);
    }

    /** A key by which rows refer to a row. */
    private record ReferredTo(RowName key) {}

    private static void addKeys(AffectedKeys keys, List<Object> writes, List<Object> reads) {
        keys.givenUp().forEach(key -> addKey(key, writes, writes, reads));
        keys.taken().forEach(key -> addKey(key, writes, writes, reads));
        keys.left().forEach(key -> addKey(key, reads, writes, reads));
        keys.needed().forEach(key -> addKey(key, reads, writes, reads));
    }

    /** Whoever knows the key reads that there is one; whoever does not writes that, and so keeps its place among all of them. */
    private static void addKey(RowName key, List<Object> known, List<Object> writes, List<Object> reads) {
        if (key.isAny()) {
            writes.add(new ReferredTo(key));
        } else {
            known.add(new ReferredTo(key));
            reads.add(new ReferredTo(RowName.any(key.table())));
        }
    }

    private void map(TableContext target, RowChange seen) {
        was |= seen.before() != null;
        is |= seen.after() != null;
        statements.addAll(target.statements(seen, keys));
        if (target == room) {
            cascaded = CascadedKeys.along(room.plan(), seen, keys).stream()
                    .<RelationshipChange>map(moved -> new RelationshipChange.Cascaded(
                            moved.table(), LoggedKey.ofSome(moved.before()), LoggedKey.ofSome(moved.after())))
                    .toList();
        }
        if (newKey == null) {
            newKey = LoggedKey.of(target.mapper().targetKey(seen, keys));
            leftKey = leavesKey(target, seen) ? LoggedKey.of(target.mapper().leftKey(seen, keys)) : null;
        }
    }

    /** Whether a kept key is nobody's from then on, by a change that is no DELETE: another row of the target may get it. */
    private boolean leavesKey(TableContext target, RowChange seen) {
        return target.plan().newKeys().isEmpty()
                && change instanceof Update update
                && seen.before() != null
                && (seen.after() == null || update.changesKey());
    }

    private void unwanted(TableContext target, MappedChange row) {
        was = true;
        statements.addAll(target.statements().statements(row));
    }

    /** What it means that the row was, and is, on one of the targets at least. */
    private List<RelationshipChange> changes(KeySpace space, String oldKey) {
        if (change instanceof Update update && update.changesKey()) {
            String changedKey = Objects.requireNonNull(LoggedKey.of(update.key()));
            if (FieldMapper.movesKey(update)) {
                RelationshipChange gone = new RelationshipChange.Deleted(space, oldKey);
                return is ? List.of(gone, new RelationshipChange.Applied(space, changedKey)) : List.of(gone);
            }
            RelationshipChange rekeyed = new RelationshipChange.Rekeyed(space, oldKey, changedKey);
            return is ? List.of(rekeyed) : List.of(rekeyed, new RelationshipChange.Deleted(space, changedKey));
        }
        if (is && (change instanceof Insert || !was)) {
            return List.of(new RelationshipChange.Applied(space, oldKey));
        }
        return was && !is ? List.of(new RelationshipChange.Deleted(space, oldKey)) : List.of();
    }
}
