package io.dataflowsync.cdc.mapping;

import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.pipeline.config.ColumnRule;
import io.dataflowsync.pipeline.config.Problem;
import io.dataflowsync.pipeline.config.TableConfig;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Drops, renames and masks the columns of one table. Immutable. */
final class OutgoingTablePlan {
    private final TableConfig config;
    private final boolean unchanged;

    OutgoingTablePlan(TableConfig config) {
        this.config = config;
        this.unchanged = config.columns().include().isEmpty()
                && config.columns().rules().values().stream()
                        .noneMatch(rule -> rule.onTopic().drop()
                                || rule.onTopic().mask().isPresent()
                                || rule.onTopic().as().isPresent());
    }

    Row apply(Row row) {
        if (unchanged) {
            return row;
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        row.forEach((column, value) -> {
            ColumnRule rule = config.column(column);
            if (!rule.onTopic().drop()) {
                Object kept = rule.onTopic().mask().isPresent()
                        ? Masker.of(value, rule.onTopic().mask().get())
                        : value;
                values.put(rule.onTopic().as().orElse(column), kept);
            }
        });
        return Row.of(values);
    }

    /** The table as the topic has it: without the dropped columns, under the names of the topic. */
    TableDefinition apply(TableDefinition table) {
        if (unchanged) {
            return table;
        }
        List<ColumnDefinition> columns = table.columns().stream()
                .filter(c -> isKept(c.name()))
                .map(c -> c.named(wireName(c.name())))
                .toList();
        List<List<String>> uniqueKeys = table.uniqueKeys().stream()
                .filter(this::isWhole)
                .map(this::wireNames)
                .toList();
        List<ForeignKey> foreignKeys = table.foreignKeys().stream()
                .filter(k -> k.columns().stream().anyMatch(this::isKept))
                .map(this::onTopic)
                .toList();
        List<String> firstKey = table.firstKey();
        return new TableDefinition(
                table.name(),
                columns,
                wireNames(table.primaryKey()),
                uniqueKeys,
                foreignKeys,
                table.version(),
                firstKey == null ? null : isWhole(firstKey) ? wireNames(firstKey) : List.of());
    }

    /** The foreign key without its dropped columns; the other columns refer to the same columns as before. */
    private ForeignKey onTopic(ForeignKey key) {
        List<String> columns = new ArrayList<>();
        List<String> parentColumns = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            if (isKept(key.columns().get(i))) {
                columns.add(wireName(key.columns().get(i)));
                parentColumns.add(key.parentColumns().get(i));
            }
        }
        return new ForeignKey(
                key.name(), columns, key.parent(), parentColumns, key.onDelete(), key.onUpdate(), key.dropped());
    }

    private boolean isKept(String column) {
        return !config.column(column).onTopic().drop();
    }

    /** The problems of the plan for this table. */
    List<Problem> problems(TableDefinition table) {
        List<Problem> problems = new ArrayList<>();
        for (ColumnDefinition column : table.columns()) {
            ColumnRule rule = config.column(column.name());
            boolean inKey = table.primaryKey().contains(column.name());
            if (inKey && (rule.onTopic().drop() || rule.onTopic().mask().isPresent())) {
                problems.add(new Problem(
                        place(table, column),
                        "a column of the primary key cannot be "
                                + (rule.onTopic().drop() ? "dropped" : "masked"),
                        "take the rule away, or skip the table"));
            }
        }
        problems.addAll(ambiguous(table));
        return problems;
    }

    /** The columns that would have the same name on the topic as another one. */
    List<Problem> ambiguous(TableDefinition table) {
        if (unchanged) {
            return List.of();
        }
        Set<String> names = new HashSet<>();
        return table.columns().stream()
                .filter(column -> isKept(column.name()))
                .filter(column -> !names.add(wireName(column.name())))
                .map(column -> new Problem(
                        place(table, column),
                        "two columns of the table would be named '" + wireName(column.name()) + "' on the topic",
                        "write another name after 'as'"))
                .toList();
    }

    private static String place(TableDefinition table, ColumnDefinition column) {
        return "dfs.tables." + table.name().table() + ".columns." + column.name();
    }

    private String wireName(String column) {
        return config.column(column).onTopic().as().orElse(column);
    }

    private List<String> wireNames(List<String> columns) {
        return columns.stream().map(this::wireName).toList();
    }

    private boolean isWhole(List<String> columns) {
        return columns.stream().allMatch(this::isKept);
    }
}
