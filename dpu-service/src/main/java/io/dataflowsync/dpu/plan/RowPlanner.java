package io.dataflowsync.dpu.plan;

import io.dataflowsync.contract.event.ChangeEvent.Insert;
import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.event.ChangeEvent.Update;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.mapping.CascadedKeys;
import io.dataflowsync.dpu.mapping.FieldMapper;
import io.dataflowsync.dpu.mapping.MappedChange;
import io.dataflowsync.dpu.mapping.MappingException;
import io.dataflowsync.dpu.mapping.TargetCascades;
import io.dataflowsync.dpu.relationship.KeyNeeds;
import io.dataflowsync.dpu.relationship.KeySpace;
import io.dataflowsync.dpu.relationship.KnownKeys;
import io.dataflowsync.dpu.relationship.Relationship;
import io.dataflowsync.dpu.relationship.RelationshipChange;
import io.dataflowsync.dpu.statement.ConflictKeys;
import io.dataflowsync.dpu.statement.SqlStatement;
import io.dataflowsync.dpu.statement.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans a change of a row for each target of its table. */
public final class RowPlanner {
    private final TableContext context;
    private final RowChange change;
    private final KnownKeys keys;
    private final List<SqlStatement> statements = new ArrayList<>();
    private List<RelationshipChange> cascaded = List.of();
    private boolean was;
    private boolean is;
    private @Nullable String newKey;
    private @Nullable String leftKey;

    private RowPlanner(TableContext context, RowChange change, KnownKeys keys) {
        this.context = context;
        this.change = change;
        this.keys = keys;
    }

    /** Adds the old keys that {@link #plan} needs. */
    public static void addNeeds(TableContext context, RowChange change, KeyNeeds needs) {
        for (TableContext target : context.all()) {
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

    /** Whether a target sees any part of a change. */
    static boolean isSeen(TableContext context, RowChange change) {
        try {
            return context.all().stream()
                    .anyMatch(target -> target.mapper().seen(change).isPresent());
        } catch (MappingException e) {
            return false;
        }
    }

    /**
     * Returns the change as it has to be planned.
     *
     * <p>A row may get a key that other rows have named already, as the key of a row that is gone or never came. From then on they mean
     * this row. So it gets the new key that they have, as if no constraint of the source had followed the change.
     *
     * @param keyKept whether it kept its new key when it was applied; null if it was not applied yet
     */
    static RowChange named(TableContext context, RowChange change, KnownKeys keys, @Nullable Boolean keyKept) {
        if (!FieldMapper.keepsChangedKey(change)) {
            return change;
        }
        boolean isNamed = keyKept == null
                ? context.plan()
                        .key()
                        .newKeys()
                        .flatMap(space -> keys.find(space, Objects.requireNonNull(LoggedKey.of(change.key()))))
                        .filter(Relationship::isUsed)
                        .isPresent()
                : !keyKept;
        return isNamed ? ((Update) change).asUnfollowed() : change;
    }

    public static PlannedEvent plan(Received received, TableContext context, RowChange change, KnownKeys keys) {
        return new RowPlanner(context, change, keys).plan(received);
    }

    private PlannedEvent plan(Received received) {
        AffectedRows affected = AffectedRowsFinder.ofOwn(change);
        for (TableContext target : context.all()) {
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
        String oldKey = LoggedKey.of(context.mapper().sourceKey(change));
        List<RelationshipChange> changes = oldKey == null
                ? List.of()
                : context.plan()
                        .key()
                        .newKeys()
                        .map(space -> changes(space, oldKey))
                        .orElse(List.of());
        if (!cascaded.isEmpty()) {
            changes = Stream.concat(changes.stream(), cascaded.stream()).toList();
        }
        String target = context.plan().target().name().table();
        boolean isApart = context.isSimple() && knowsAll(affected) && !ordersOthers(affected);
        ConflictKeys conflictKeys = isApart ? conflictKeys(affected) : ConflictKeys.EVERYTHING;
        return new PlannedEvent(
                received,
                new PlannedEvent.LoggedRow(target, oldKey, newKey, leftKey),
                new Work(statements, conflictKeys),
                changes,
                affected);
    }

    /** Whether the target changes other rows along with this one, so that they refer to other rows afterwards. */
    private boolean ordersOthers(AffectedRows affected) {
        TargetCascades cascades = context.plan().effects().cascades();
        return cascades.orders()
                && (affected.effect() == AffectedRows.Effect.REMOVES
                        || change instanceof Update update
                                && context.plan().columns().written().values().stream()
                                        .anyMatch(column ->
                                                cascades.isFollowed(column.target()) && update.changes(column.name())));
    }

    /** Whether all rows and keys are known with which other events of a batch may conflict. */
    private boolean knowsAll(AffectedRows affected) {
        return !change.isPartial()
                || affected.left().stream().noneMatch(RowName::isAny)
                        && context.unique().isComplete(change);
    }

    /** The existence of a row, as a key for conflicts. */
    private record Bearing(RowName row) {}

    private ConflictKeys conflictKeys(AffectedRows affected) {
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
        writes.addAll(context.unique().affected(change));
        List<Object> reads = new ArrayList<>(affected.parents().size());
        affected.parents().forEach(parent -> reads.add(new Bearing(parent)));
        affected.left().forEach(parent -> reads.add(new Bearing(parent)));
        addKeys(affected.keys(), writes, reads);
        return new ConflictKeys(change.key().isEmpty() ? null : row, bearing, writes, reads);
    }

    /** The existence of a key by which rows refer to a row, as a key for conflicts. */
    private record ReferredTo(RowName key) {}

    private static void addKeys(AffectedKeys keys, List<Object> writes, List<Object> reads) {
        keys.givenUp().forEach(key -> addKey(key, writes, writes, reads));
        keys.taken().forEach(key -> addKey(key, writes, writes, reads));
        keys.left().forEach(key -> addKey(key, reads, writes, reads));
        keys.needed().forEach(key -> addKey(key, reads, writes, reads));
    }

    /**
     * Adds a key for conflicts.
     *
     * <p>An event that knows the key reads the table's unknown key. An event that does not know it writes the unknown key, and so keeps its
     * place among all of them.
     */
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
        if (target == context) {
            cascaded = CascadedKeys.along(context.plan(), seen, keys).stream()
                    .<RelationshipChange>map(moved -> new RelationshipChange.Cascaded(
                            moved.table(), LoggedKey.ofSome(moved.before()), LoggedKey.ofSome(moved.after())))
                    .toList();
        }
        if (newKey == null) {
            newKey = LoggedKey.of(target.mapper().targetKey(seen, keys));
            leftKey = leavesKey(target, seen) ? LoggedKey.of(target.mapper().leftKey(seen, keys)) : null;
        }
    }

    /** Whether a kept key becomes free by a change that is no DELETE: another row of the target may get it. */
    private boolean leavesKey(TableContext target, RowChange seen) {
        return target.plan().key().newKeys().isEmpty()
                && change instanceof Update update
                && seen.before() != null
                && (seen.after() == null || update.changesKey());
    }

    private void unwanted(TableContext target, MappedChange row) {
        was = true;
        statements.addAll(target.statements().statements(row));
    }

    /** Returns the changes of relationships, from whether the row was, and is, on at least one of the targets. */
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
