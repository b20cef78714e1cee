package io.dataflowsync.dpu.statement;

import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.Members;
import io.dataflowsync.contract.table.TableDefinition;
import java.util.HashMap;
import java.util.HashSet;
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

    /** The columns of which the empty text is a member: the index 0 comes as a number. */
    private final Set<String> ambiguous = new HashSet<>();

    InvalidMembers(TableDefinition table) {
        for (ColumnDefinition column : table.columns()) {
            List<String> members = column.baseType().equals("enum") ? Members.of(column) : List.of();
            if (!members.isEmpty()) {
                standIns.put(column.name(), column.nullable() ? null : members.get(0));
            }
            if (members.contains("")) {
                ambiguous.add(column.name());
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
            if (standIns.containsKey(column) && invalid(column).equals(value)) {
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
    Row invalid(Row row, Set<String> columns) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(row.asMap());
        columns.stream().filter(row::has).forEach(column -> values.put(column, invalid(column)));
        return Row.of(values);
    }

    private Object invalid(String column) {
        return ambiguous.contains(column) ? (Object) 0L : "";
    }

    /** The value as SQL writes it. */
    String literal(String column) {
        return ambiguous.contains(column) ? "0" : "''";
    }
}
