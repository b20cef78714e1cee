package io.dataflowsync.pipeline.catalog;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.ForeignKey.Rule;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.TableConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides which foreign keys of the source the target can have, because the pipeline file may drop their columns or not write them there.
 */
public final class KeysOnTarget {
    private final PipelineConfig config;

    public KeysOnTarget(PipelineConfig config) {
        this.config = config;
    }

    /**
     * Whether a foreign key on each target of a captured table can change the same rows as the source's foreign key. This is also true if
     * it has no rows to change there. A foreign key over only some of the columns can do it, if these columns identify the row referred to
     * and the others are never NULL.
     *
     * @param parent the captured table that it refers to, as the source has it; empty if that is not known
     * @param gone true if rows of the parent are deleted; false if their key changes
     */
    public boolean canAct(TableDefinition child, ForeignKey key, Optional<TableDefinition> parent, boolean gone) {
        return config.table(child.name().table()).targets().stream()
                .allMatch(target -> canAct(target, child, key, parent, gone));
    }

    private boolean canAct(
            TableConfig target, TableDefinition child, ForeignKey key, Optional<TableDefinition> parent, boolean gone) {
        Rule rule = gone ? key.onDelete() : key.onUpdate();
        boolean takesAlong = gone && rule == Rule.CASCADE;
        if (!takesAlong && key.columns().stream().noneMatch(column -> isWritten(target, child, column))) {
            return true;
        }
        List<String> identifying = new ArrayList<>();
        boolean canDoWithout = rule == Rule.CASCADE;
        for (int i = 0; i < key.columns().size(); i++) {
            String column = key.columns().get(i);
            String parentColumn = key.parentColumns().get(i);
            boolean isWritten = isWritten(target, child, column);
            if (isWritten && isWrittenOfParent(parent, parentColumn)) {
                identifying.add(parentColumn);
            } else {
                boolean isFilled =
                        child.column(column).filter(known -> !known.nullable()).isPresent();
                canDoWithout &= isFilled && (gone || !isWritten);
            }
        }
        return identifying.size() == key.columns().size()
                || canDoWithout
                        && parent.filter(table -> identifyARow(table, identifying))
                                .isPresent();
    }

    private boolean isWrittenOfParent(Optional<TableDefinition> parent, String column) {
        return parent.isEmpty()
                || config.table(parent.get().name().table()).targets().stream()
                        .allMatch(target -> isWritten(target, parent.get(), column));
    }

    /** Whether the column is written to the target. A column that identifies a row always is. */
    private static boolean isWritten(TableConfig target, TableDefinition table, String column) {
        String name = table.column(column).map(ColumnDefinition::name).orElse(column);
        return target.column(name).isWritten()
                || !target.column(name).onTopic().drop()
                        && Stream.concat(table.primaryKey().stream(), target.keys().key().stream())
                                .anyMatch(name::equalsIgnoreCase);
    }

    private static boolean identifyARow(TableDefinition table, List<String> columns) {
        return Stream.concat(Stream.of(table.primaryKey()), table.uniqueKeys().stream())
                .filter(key -> !key.isEmpty())
                .anyMatch(
                        key -> key.stream().allMatch(column -> columns.stream().anyMatch(column::equalsIgnoreCase)));
    }
}
