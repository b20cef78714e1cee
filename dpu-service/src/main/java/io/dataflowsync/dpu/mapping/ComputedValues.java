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

/** Makes of values that a program has made what the target's columns are to be given. */
public final class ComputedValues {
    private final Map<ColumnDefinition, ColumnFit> fits = new ConcurrentHashMap<>();

    /**
     * The row as it is written.
     *
     * @param known values that are fitted already; none where all are new
     * @throws MappingException where a column would make another value of one
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
        return fits.computeIfAbsent(column, ColumnFit::ofReckoned);
    }
}
