package io.dataflowsync.dpu.statement;

import io.dataflowsync.contract.table.Identifiers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks a row after it is written: the target must have computed the same values as the source in some columns.
 *
 * @param table the quoted name, with the schema
 * @param columns the columns that are compared
 * @param wanted the values that the source has in them, in the same order
 * @param differs the condition that finds the row if one of the values differs, with a question mark for each value
 * @param values the values of the condition
 */
public record Check(
        String table,
        List<String> columns,
        List<@Nullable Object> wanted,
        String differs,
        List<@Nullable Object> values) {

    /** Query for the values that the target has in the columns of the first row that differs, each as a text. */
    public SqlStatement query() {
        String found = columns.stream()
                .map(column -> "CAST(" + Identifiers.quoted(column) + " AS CHAR)")
                .collect(Collectors.joining(", "));
        return query(found, List.of(this));
    }

    /** Query that returns a row if one of several checks of one table finds a difference. */
    public static SqlStatement any(List<Check> checks) {
        return query("1", checks);
    }

    private static SqlStatement query(String found, Collection<Check> checks) {
        List<@Nullable Object> values = new ArrayList<>();
        checks.forEach(check -> values.addAll(check.values()));
        String differs = checks.stream().map(Check::differs).collect(Collectors.joining(" OR "));
        String table = checks.iterator().next().table();
        return new SqlStatement(
                "SELECT " + found + " FROM " + table + " WHERE " + differs + " LIMIT 1",
                values,
                SqlStatement.Expected.NONE,
                null);
    }

    /**
     * Describes the difference, and says how to remove it.
     *
     * @param has the values that the target has, in the order of the columns
     */
    public String description(List<@Nullable String> has) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String source = Objects.toString(wanted.get(i), null);
            if (!Objects.equals(source, has.get(i)) || columns.size() == 1) {
                differences.add(
                        Identifiers.quoted(columns.get(i)) + " " + has.get(i) + ", where the source has " + source);
            }
        }
        return "the target computes in " + table + " "
                + (differences.isEmpty()
                        ? "other values than the source in " + columns
                        : String.join("; ", differences))
                + ": to let the column take the source's values, run ALTER TABLE " + table + " MODIFY "
                + columns.stream().map(Identifiers::quoted).collect(Collectors.joining(" … , MODIFY "))
                + " with its type alone there";
    }
}
