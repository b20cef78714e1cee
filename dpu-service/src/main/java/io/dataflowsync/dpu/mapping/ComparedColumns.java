package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.pipeline.catalog.TypePair;
import io.dataflowsync.pipeline.config.TableConfig;
import io.dataflowsync.pipeline.preflight.TargetDoings;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds the columns that the target computes from unchanged values of the source. The target must get the same values as the source there.
 *
 * <p>The row shows each cause of a difference: another expression, other digits, a mode of the session.
 */
public final class ComparedColumns {
    private final Tables tables;
    private final TargetDoings target;

    /** @param target the columns that the target computes */
    public ComparedColumns(Tables tables, TargetDoings target) {
        this.tables = tables;
        this.target = target;
    }

    /**
     * The same plan, with the columns to compare. Nothing is compared for a table without a key, since its rows cannot be found again, or
     * with a processor, since it may have changed the values.
     */
    public TablePlan of(TablePlan plan, TableConfig settings) {
        if (plan.key().isWholeRow() || settings.processor().isPresent()) {
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
     * Whether a column can be compared.
     *
     * <p>A column that only the target computes is meant to have values of its own. A virtual column is computed for each reader, by the
     * modes of its session. JSON documents and spatial values are not compared, nor columns with fewer digits on the target, nor a FLOAT,
     * of which a snapshot may read only six digits.
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
