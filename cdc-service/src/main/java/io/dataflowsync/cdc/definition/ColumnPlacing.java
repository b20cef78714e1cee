package io.dataflowsync.cdc.definition;

import io.dataflowsync.cdc.definition.AlterTableParts.ColumnChange;
import io.dataflowsync.cdc.definition.AlterTableParts.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Places the columns of a table that is altered.
 *
 * <p>The server first goes through the table: it removes a dropped column, and keeps a column that is defined again without a place where
 * it is, under its new name. Then it places the others in the order of the statement; it looks up the name after AFTER in the table as it
 * is at that moment.
 */
final class ColumnPlacing {
    private final SourceTable table;
    private final AlterTableParts alteration;
    private final List<ColumnSlot> slots = new ArrayList<>();

    ColumnPlacing(SourceTable table, AlterTableParts alteration) {
        this.table = table;
        this.alteration = alteration;
    }

    List<ColumnSlot> slots() {
        requireColumns();
        for (SourceColumn column : table.columns()) {
            keep(column);
        }
        for (ColumnChange change : alteration.columns) {
            if (change.before() == null || change.place() != null) {
                place(new ColumnSlot(before(change), change.clause()), change.place());
            }
        }
        requireDistinct();
        return slots;
    }

    private void keep(SourceColumn column) {
        if (alteration.droppedColumns.stream().anyMatch(column::isNamed)) {
            return;
        }
        for (ColumnChange change : alteration.columns) {
            if (change.before() != null && column.isNamed(change.before())) {
                if (change.place() == null) {
                    slots.add(new ColumnSlot(column, change.clause()));
                }
                return;
            }
        }
        Boolean hasDefault = alteration.defaults.get(ColumnNames.key(column.name()));
        slots.add(new ColumnSlot(
                hasDefault == null
                        ? column
                        : column.withOwnDefault(hasDefault
                                && column.generated() == SourceColumn.Generated.NONE
                                && ColumnRules.takesDefault(column.baseType())),
                null));
    }

    private void place(ColumnSlot slot, @Nullable Place place) {
        if (place == null) {
            slots.add(slot);
        } else if (place.after() == null) {
            slots.add(0, slot);
        } else {
            slots.add(indexOf(place.after()) + 1, slot);
        }
    }

    private int indexOf(String name) {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).name().equalsIgnoreCase(name)) {
                return i;
            }
        }
        throw noColumn(name);
    }

    private @Nullable SourceColumn before(ColumnChange change) {
        return change.before() == null ? null : table.column(change.before()).orElseThrow(() -> noColumn("?"));
    }

    private void requireColumns() {
        alteration.droppedColumns.forEach(this::requireColumn);
        alteration.defaults.keySet().forEach(this::requireColumn);
        for (ColumnChange change : alteration.columns) {
            if (change.before() != null) {
                requireColumn(change.before());
            }
        }
    }

    private void requireColumn(String name) {
        if (table.column(name).isEmpty()) {
            throw noColumn(name);
        }
    }

    private void requireDistinct() {
        Set<String> names = new HashSet<>();
        for (ColumnSlot slot : slots) {
            if (!names.add(ColumnNames.key(slot.name()))) {
                throw new UnclearException("the table " + table.name() + " has a column " + slot.name() + " already");
            }
        }
    }

    private UnclearException noColumn(String name) {
        return new UnclearException("the table " + table.name() + " has no column " + name);
    }
}
