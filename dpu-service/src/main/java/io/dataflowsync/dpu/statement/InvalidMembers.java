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
 * Finds and writes the invalid value of an ENUM: the empty text with the index 0, which a server that is not strict stores for a value that
 * is not a member.
 *
 * <p>A strict session cannot write it. So a separate statement that is not strict writes it; all other values are written under the strict
 * check.
 */
final class InvalidMembers {
    /** Hint that makes an UPDATE not strict; see "Variable-Setting Hint Syntax" in MySQL's manual. */
    static final String NOT_STRICT = "/*+ SET_VAR(sql_mode = 'NO_ENGINE_SUBSTITUTION') */ ";

    /** The same for an INSERT; a 0 stays a 0 there, and does not draw the next AUTO_INCREMENT number. */
    static final String NEW_NOT_STRICT =
            "SET_VAR(sql_mode = 'ALLOW_INVALID_DATES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION')";

    /** By column: the valid value that stands in for the invalid one in the meantime, in a table without a key. */
    private final Map<String, @Nullable String> standIns = new HashMap<>();

    /** The columns that have the empty text as a member: their index 0 arrives as a number. */
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

    /** The columns of this row that have the invalid value. */
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

    /** Copy of the row with valid values in these columns. */
    Row withStandIns(Row row, Set<String> columns) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(row.asMap());
        columns.forEach(column -> values.put(column, standIns.get(column)));
        return Row.of(values);
    }

    /** Copy of the row with the invalid value in these columns. */
    Row invalid(Row row, Set<String> columns) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(row.asMap());
        columns.stream().filter(row::has).forEach(column -> values.put(column, invalid(column)));
        return Row.of(values);
    }

    private Object invalid(String column) {
        return ambiguous.contains(column) ? (Object) 0L : "";
    }

    /** The invalid value as an SQL literal. */
    String literal(String column) {
        return ambiguous.contains(column) ? "0" : "''";
    }
}
