package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the unique values that a change takes or gives up on the target, without its primary key. They are named by the values of the
 * source, without case and trailing spaces, since most collations ignore those.
 */
public final class UniqueValues {
    private final TableName target;
    private final List<List<String>> keys;

    /**
     * Finds the source's columns of each unique key. An empty list stands for a key whose values do not come from columns of the source.
     */
    public UniqueValues(TablePlan plan) {
        this.target = plan.target().name();
        this.keys = plan.target().uniqueKeys().stream()
                .map(columns -> sources(plan, columns))
                .toList();
    }

    private static List<String> sources(TablePlan plan, List<String> columns) {
        List<String> sources = new ArrayList<>();
        for (String column : columns) {
            Optional<ColumnPlan> source = plan.columns().written().values().stream()
                    .filter(c -> c.target().equalsIgnoreCase(column) && !c.hasExpression())
                    .findFirst();
            if (source.isEmpty()) {
                return List.of();
            }
            sources.add(source.get().name());
        }
        return sources;
    }

    private record Unique(TableName table, int key, List<Object> values) {}

    /** The names of the values. Equal values have equal names. */
    public List<Object> affected(RowChange change) {
        if (keys.isEmpty()) {
            return List.of();
        }
        List<Object> touched = new ArrayList<>();
        for (int key = 0; key < keys.size(); key++) {
            List<Object> before = values(keys.get(key), change.before());
            List<Object> after = values(keys.get(key), change.after());
            if (keys.get(key).isEmpty()) {
                touched.add(new Unique(target, key, List.of()));
            } else if (!Objects.equals(before, after)) {
                add(key, before, touched);
                add(key, after, touched);
            }
        }
        return touched;
    }

    /** Whether {@link #touched} finds all of them. The images of a change may lack columns with values that it takes or gives up. */
    public boolean isComplete(RowChange change) {
        return keys.stream().allMatch(columns -> isKnown(columns, change));
    }

    private static boolean isKnown(List<String> columns, RowChange change) {
        Row before = change.before();
        Row after = change.after();
        boolean stays = before != null && after != null && columns.stream().noneMatch(after::has);
        return stays || isWhole(columns, before) && isWhole(columns, after);
    }

    private static boolean isWhole(List<String> columns, @Nullable Row row) {
        return row == null || columns.stream().allMatch(row::has);
    }

    private void add(int key, List<Object> values, List<Object> touched) {
        if (!values.isEmpty()) {
            touched.add(new Unique(target, key, values));
        }
    }

    /** The values of a key; empty if one of them is NULL, since NULL never conflicts. */
    private static List<Object> values(List<String> columns, @Nullable Row row) {
        List<Object> values = new ArrayList<>();
        for (String column : columns) {
            Object value = row == null ? null : row.get(column);
            if (value == null) {
                return List.of();
            }
            values.add(value instanceof String text ? text.stripTrailing().toLowerCase(Locale.ROOT) : value);
        }
        return values;
    }
}
