package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.event.ChangeEvent.Delete;
import io.dataflowsync.contract.event.ChangeEvent.Insert;
import io.dataflowsync.contract.event.ChangeEvent.RowChange;
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

    /** An earlier snapshot may have written it. */
    private List<MappedChange> unwanted(Row row, KnownKeys keys) {
        boolean mayBeThere = plan.newKeys()
                .map(space -> keys.find(space, mapper.oldKey(row))
                        .filter(Relationship::isApplied)
                        .isPresent())
                .orElse(!plan.key().isEmpty());
        return mayBeThere ? List.of(new MappedChange.UnwantedRow(mapper.keyOf(row, keys))) : List.of();
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
        return wasThere ? List.of(mapper.map(back, keys), mapper.map(delete, keys)) : List.of();
    }
}
