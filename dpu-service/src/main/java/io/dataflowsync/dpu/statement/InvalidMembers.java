package io.dataflowsync.dpu.statement;

import io.dataflowsync.contract.catalog.ColumnDefinition;
import io.dataflowsync.contract.catalog.Members;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.event.Row;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The empty text that a server which is not strict stores in an ENUM for an invalid value, with the index 0. No strict session can write
 * it, so it is written by a statement of its own that is not strict; all other values are written under the strict check.
 */
final class InvalidMembers {
    /** Where the statement stands that is not strict; see "Variable-Setting Hint Syntax" in MySQL's manual. */
    static final String NOT_STRICT = "/*+ SET_VAR(sql_mode = 'NO_ENGINE_SUBSTITUTION') */ ";

    /** The same of an INSERT, to which a 0 is no number to come. */
    static final String NEW_NOT_STRICT =
            "SET_VAR(sql_mode = 'ALLOW_INVALID_DATES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION')";

    /** By column: a valid value that stands for it meanwhile, in a table without a key. */
    private final Map<String, @Nullable String> standIns = new HashMap<>();

    InvalidMembers(TableDefinition table) {
        for (ColumnDefinition column : table.columns()) {
            List<String> members = column.baseType().equals("enum") ? Members.of(column) : List.of();
            if (!members.isEmpty() && !members.contains("")) {
                standIns.put(column.name(), column.nullable() ? null : members.get(0));
            }
        }
    }

    /** The columns that have it in this row. */
    Set<String> in(Row row) {
        if (standIns.isEmpty()) {
            return Set.of();
        }
        Set<String> columns = new LinkedHashSet<>();
        row.forEach((column, value) -> {
            if ("".equals(value) && standIns.containsKey(column)) {
                columns.add(column);
            }
        });
        return columns;
    }

    /** The row with valid values instead. */
    Row stoodInFor(Row row, Set<String> columns) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(row.asMap());
        columns.forEach(column -> values.put(column, standIns.get(column)));
        return Row.of(values);
    }

    /** The row with these columns invalid. */
    static Row invalid(Row row, Set<String> columns) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(row.asMap());
        columns.stream().filter(row::has).forEach(column -> values.put(column, ""));
        return Row.of(values);
    }
}
