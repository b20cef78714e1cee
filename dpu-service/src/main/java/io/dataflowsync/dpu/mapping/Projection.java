package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.event.RowColumns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Maps whole rows that have the same columns.
 *
 * @param source the row's columns on the topic
 * @param plans the plans of the columns that are written and of those that the pipeline file fills; for each target column, the last one
 * @param target the target's column of each plan
 */
record Projection(RowColumns source, List<ColumnPlan> plans, RowColumns target) {

    static Projection of(TablePlan plan, RowColumns source) {
        Map<String, ColumnPlan> plans = new LinkedHashMap<>();
        for (String name : source.names()) {
            plan.column(name).ifPresent(column -> plans.put(column.target(), column));
        }
        plan.columns().made().forEach(column -> plans.put(column.target(), column));
        return new Projection(source, List.copyOf(plans.values()), RowColumns.of(new ArrayList<>(plans.keySet())));
    }

    Row of(Row row, Function<ColumnPlan, @Nullable Object> value) {
        @Nullable Object[] values = new Object[plans.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(plans.get(i));
        }
        return Row.of(target, values);
    }
}
