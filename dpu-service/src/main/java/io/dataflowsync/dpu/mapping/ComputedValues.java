package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Adjusts values that a processor has computed to the types of the target's columns. */
public final class ComputedValues {
    private final Map<ColumnDefinition, ColumnFit> fits = new ConcurrentHashMap<>();

    /**
     * The row as it is written.
     *
     * @param known the values that are adjusted already; empty if all values are new
     * @throws MappingException if a column would store another value
     */
    public Row fitted(TableDefinition target, Row row, Row known) {
        Map<String, @Nullable Object> fitted = new LinkedHashMap<>();
        row.forEach((name, value) -> {
            Optional<ColumnDefinition> column = target.column(name);
            boolean isNew = value != null && !Objects.equals(value, known.get(name));
            fitted.put(name, isNew && column.isPresent() ? fit(column.get()).of(value) : value);
        });
        return Row.of(fitted);
    }

    private ColumnFit fit(ColumnDefinition column) {
        return fits.computeIfAbsent(column, ColumnFit::ofComputed);
    }
}
