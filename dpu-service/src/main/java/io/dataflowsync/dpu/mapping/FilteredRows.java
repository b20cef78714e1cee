package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent.Delete;
import io.dataflowsync.contract.event.ChangeEvent.Insert;
import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.event.ChangeEvent.Update;
import io.dataflowsync.contract.event.Operation;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.dpu.relationship.KeyNeeds;
import io.dataflowsync.dpu.relationship.KeySpace;
import io.dataflowsync.dpu.relationship.KnownKeys;
import io.dataflowsync.dpu.relationship.Relationship;
import java.util.List;

/** Finds the changes to make on a target for a row that its filter keeps away, but that the target may have or may have had. */
public final class FilteredRows {
    private final TablePlan plan;
    private final FieldMapper mapper;

    FilteredRows(TablePlan plan, FieldMapper mapper) {
        this.plan = plan;
        this.mapper = mapper;
    }

    /** Adds the old keys that {@link #of} needs. */
    public void addNeeds(RowChange change, KeyNeeds needs) {
        if (change.operation() == Operation.SNAPSHOT) {
            mapper.addLook(change, needs);
        } else if (change instanceof Update update && isFollowed(update)) {
            plan.key().newKeys().ifPresent(space -> needs.look(space, mapper.oldKey(update.before())));
        } else if (takesOthersAlong(change)) {
            mapper.addLook(change, needs);
            Row row = FieldMapper.imageOf(change);
            row.columns().stream()
                    .filter(name -> !plan.isOwnKey(name))
                    .forEach(name -> mapper.addNeed(name, row, needs));
        }
    }

    /** The changes to make, in order; mostly none. */
    public List<MappedChange> of(RowChange change, KnownKeys keys) {
        if (change.operation() == Operation.SNAPSHOT) {
            return unwanted(FieldMapper.imageOf(change), keys);
        }
        return takesOthersAlong(change) ? gone((Delete) change, keys) : List.of();
    }

    /**
     * Checks an update whose row the filter keeps away before the change, after it, or both.
     *
     * <p>If a key changes, the source changes other rows along with it. The target's foreign keys cannot do the same for a row that is not
     * there.
     *
     * @throws MappingException if there may be such other rows
     */
    public void require(RowChange change, KnownKeys keys) {
        if (change instanceof Update update && isFollowed(update)) {
            boolean wasThere = plan.key()
                    .newKeys()
                    .map(space -> isUsed(keys, space, update.before()))
                    .orElse(true);
            if (wasThere) {
                throw new MappingException(
                        ErrorCode.FILTERED_KEY,
                        "the filter of " + plan.source()
                                + " keeps the row away before the change, after it or both, and with it changes a key"
                                + " that rows of other tables follow: " + changed(update));
            }
        }
    }

    private boolean isUsed(KnownKeys keys, KeySpace space, Row row) {
        return keys.find(space, mapper.oldKey(row)).filter(Relationship::isUsed).isPresent();
    }

    private boolean isFollowed(Update update) {
        return !changed(update).isEmpty();
    }

    /**
     * The changed columns that other tables follow. For a key that the row keeps on the target, only references that are set to NULL count.
     */
    private List<String> changed(Update update) {
        boolean keeps = FieldMapper.keepsChangedKey(update);
        return plan.columns().written().values().stream()
                .filter(column -> plan.effects().cascades().emptying().contains(column.target())
                        || plan.effects().cascades().handedOn().contains(column.target())
                                && !(keeps && plan.isOwnKey(column.name())))
                .map(ColumnPlan::name)
                .filter(update::changes)
                .toList();
    }

    /**
     * The row to delete: an earlier snapshot may have written it, which its relationship shows.
     *
     * <p>A row that keeps its key has no relationship: a row of another table, or one of the target's own, may have the same key. Such a
     * row is deleted by the sweep after the snapshot, if the log shows that it was written.
     */
    private List<MappedChange> unwanted(Row row, KnownKeys keys) {
        boolean mayBeThere = plan.key()
                .newKeys()
                .map(space -> keys.find(space, mapper.oldKey(row))
                        .filter(Relationship::isApplied)
                        .isPresent())
                .orElse(false);
        return mayBeThere ? List.of(new MappedChange.UnwantedRow(mapper.keyOf(row, keys), true)) : List.of();
    }

    private boolean takesOthersAlong(RowChange change) {
        return change instanceof Delete && plan.effects().cascades().isReferredTo();
    }

    /**
     * The changes for a row that the filter had removed from the target, and that the source deletes now. Rows that refer to it are still
     * there. The row is inserted for a moment and deleted, so that the target's foreign keys delete or change those rows.
     */
    private List<MappedChange> gone(Delete delete, KnownKeys keys) {
        boolean wasThere = plan.key()
                .newKeys()
                .map(space -> isUsed(keys, space, delete.before()))
                .orElse(true);
        Insert back = new Insert(delete.origin(), delete.table(), delete.key(), delete.before());
        if (!wasThere) {
            return List.of();
        }
        MappedChange.NewRow row = (MappedChange.NewRow) mapper.map(back, keys);
        boolean mayBeOthers = plan.key().newKeys().isEmpty();
        return List.of(new MappedChange.BackRow(row.values(), mayBeOthers), mapper.map(delete, keys));
    }
}
