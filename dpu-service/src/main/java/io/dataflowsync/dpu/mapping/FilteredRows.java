package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent.Delete;
import io.dataflowsync.contract.event.ChangeEvent.Insert;
import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.event.ChangeEvent.Update;
import io.dataflowsync.contract.event.Operation;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.dpu.relationship.KeyNeeds;
import io.dataflowsync.dpu.relationship.KnownKeys;
import io.dataflowsync.dpu.relationship.Relationship;
import java.util.List;

/** Tells what there is to do on a target for a row that its filter keeps away, and that it may have or may have had. */
public final class FilteredRows {
    private final TablePlan plan;
    private final FieldMapper mapper;

    FilteredRows(TablePlan plan, FieldMapper mapper) {
        this.plan = plan;
        this.mapper = mapper;
    }

    /** Adds the old keys that {@link #of} will ask for. */
    public void addNeeds(RowChange change, KeyNeeds needs) {
        if (change.operation() == Operation.SNAPSHOT) {
            mapper.addLook(change, needs);
        } else if (change instanceof Update update && isFollowed(update)) {
            plan.newKeys().ifPresent(space -> needs.look(space, mapper.oldKey(update.before())));
        } else if (takesOthersAlong(change)) {
            mapper.addLook(change, needs);
            Row row = FieldMapper.imageOf(change);
            row.columns().stream()
                    .filter(name -> !plan.isOwnKey(name))
                    .forEach(name -> mapper.addNeed(name, row, needs));
        }
    }

    /** What there is to do, in order; mostly nothing. */
    public List<MappedChange> of(RowChange change, KnownKeys keys) {
        if (change.operation() == Operation.SNAPSHOT) {
            return unwanted(FieldMapper.imageOf(change), keys);
        }
        return takesOthersAlong(change) ? gone((Delete) change, keys) : List.of();
    }

    /**
     * Looks at an update of which the target does not see both ends, or none: what the source changes in other rows with a key that changes,
     * the target's foreign keys do not do for a row that is not there.
     *
     * @throws MappingException where there may be such rows
     */
    public void require(RowChange change, KnownKeys keys) {
        if (change instanceof Update update && isFollowed(update)) {
            boolean wasThere = plan.newKeys()
                    .map(space ->
                            keys.find(space, mapper.oldKey(update.before())).isPresent())
                    .orElse(true);
            if (wasThere) {
                throw new MappingException(
                        ErrorCode.FILTERED_KEY,
                        "the filter of " + plan.source()
                                + " keeps the row away before the change, behind it or both, and with it changes a key"
                                + " that rows of other tables follow: " + changed(update));
            }
        }
    }

    private boolean isFollowed(Update update) {
        return !changed(update).isEmpty();
    }

    /** The columns that change, and others with them. A key that the row keeps on the target has followers there only to be emptied. */
    private List<String> changed(Update update) {
        boolean keeps = FieldMapper.keepsChangedKey(update);
        return plan.columns().values().stream()
                .filter(column -> plan.cascades().emptying().contains(column.target())
                        || plan.cascades().handedOn().contains(column.target())
                                && !(keeps && plan.isOwnKey(column.name())))
                .map(ColumnPlan::name)
                .filter(update::changes)
                .toList();
    }

    /**
     * An earlier snapshot may have written it, which its relationship tells. Of a row that keeps its key nothing does: another table's row, or one
     * of the target's own, may have that. It goes when the snapshot is swept, where the log knows that it was written.
     */
    private List<MappedChange> unwanted(Row row, KnownKeys keys) {
        boolean mayBeThere = plan.newKeys()
                .map(space -> keys.find(space, mapper.oldKey(row))
                        .filter(Relationship::isApplied)
                        .isPresent())
                .orElse(false);
        return mayBeThere ? List.of(new MappedChange.UnwantedRow(mapper.keyOf(row, keys), true)) : List.of();
    }

    private boolean takesOthersAlong(RowChange change) {
        return change instanceof Delete && plan.cascades().isReferredTo();
    }

    /**
     * The row had left by the filter, and goes at the source. Those that refer to it are there still, and go or change with it as the target's
     * foreign keys say: it comes back for a moment.
     */
    private List<MappedChange> gone(Delete delete, KnownKeys keys) {
        boolean wasThere = plan.newKeys()
                .map(space -> keys.find(space, mapper.oldKey(delete.before())).isPresent())
                .orElse(true);
        Insert back = new Insert(delete.origin(), delete.table(), delete.key(), delete.before());
        if (!wasThere) {
            return List.of();
        }
        MappedChange.NewRow row = (MappedChange.NewRow) mapper.map(back, keys);
        boolean mayBeOthers = plan.newKeys().isEmpty();
        return List.of(new MappedChange.BackRow(row.values(), mayBeOthers), mapper.map(delete, keys));
    }
}
