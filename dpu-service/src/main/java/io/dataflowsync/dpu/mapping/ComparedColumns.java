package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.catalog.TypePair;
import io.dataflowsync.contract.config.TableConfig;
import io.dataflowsync.contract.preflight.TargetDoings;
import io.dataflowsync.contract.table.ColumnDefinition;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds the columns that the target computes of the source's very values. It must come to what the source has in them: whatever makes the two
 * differ, another expression, other digits, a mode of the session, is seen in the row.
 */
public final class ComparedColumns {
    private final Tables tables;
    private final TargetDoings target;

    /** @param target what it computes */
    public ComparedColumns(Tables tables, TargetDoings target) {
        this.tables = tables;
        this.target = target;
    }

    /** The same plan, with the columns to compare. A row without a key is not looked for, and a processor may have changed what it has. */
    public TablePlan of(TablePlan plan, TableConfig settings) {
        if (plan.key().isEmpty() || settings.processor().isPresent()) {
            return plan;
        }
        MappedNames names = new MappedNames(plan.source(), settings);
        ComputedKey computed = new ComputedKey(plan, target::expression);
        Map<String, String> compared = new LinkedHashMap<>();
        for (ColumnDefinition column : tables.sourceTable(plan.source()).columns()) {
            plan.target()
                    .column(names.onTarget(column.name()))
                    .filter(there -> isComparable(plan.target().name().table(), column, there))
                    .filter(there -> names.rule(column.name()).isWritten()
                            && ColumnPlan.isWrittenAsItIs(names.rule(column.name())))
                    .filter(there -> computed.isAsInSource(there.name()))
                    .ifPresent(there -> compared.put(column.name(), there.name()));
        }
        return compared.isEmpty() ? plan : plan.comparing(compared);
    }

    /**
     * A column that only the target computes is meant to have values of its own. A virtual one is computed for whoever reads it, as his
     * session wants. Documents and shapes are not compared, nor what the
     * target keeps with fewer digits, nor a FLOAT, of which a snapshot may tell six digits.
     */
    private boolean isComparable(String table, ColumnDefinition column, ColumnDefinition there) {
        return there.generated()
                && column.generated()
                && target.isStored(table, there.name())
                && !there.baseType().equals("float")
                && !there.isSpatial()
                && !there.baseType().equals("json")
                && !column.baseType().equals("json")
                && new TypePair(column, there).isExact();
    }
}
