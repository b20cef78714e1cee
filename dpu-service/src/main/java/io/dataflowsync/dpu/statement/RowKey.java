package io.dataflowsync.dpu.statement;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.dpu.mapping.MappingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Checks that a statement finds one row of a table by its key.
 *
 * <p>It is the last line of defence, however a statement was planned: no UPDATE or DELETE is made that lacks a column of the key or has no
 * condition at all, because it would change rows that it is not meant for.
 */
final class RowKey {
    private final TableDefinition table;
    private final List<String> key;
    private final List<List<String>> unique;

    /** @param key the columns that distinguish the rows of the table in the source; none if only the whole row does, or if it is not known */
    RowKey(TableDefinition table, List<String> key) {
        this.table = table;
        this.key = List.copyOf(key);
        this.unique = unique(table);
    }

    /** The keys of which the server has one row at most. A key with NULL is left out: a unique key takes any number of NULLs. */
    private static List<List<String>> unique(TableDefinition table) {
        List<List<String>> unique = new ArrayList<>();
        if (!table.primaryKey().isEmpty()) {
            unique.add(table.primaryKey());
        }
        table.uniqueKeys().stream()
                .filter(columns -> columns.stream().noneMatch(column -> takesNull(table, column)))
                .forEach(unique::add);
        return List.copyOf(unique);
    }

    private static boolean takesNull(TableDefinition table, String column) {
        return table.column(column).map(ColumnDefinition::nullable).orElse(true);
    }

    /** Whether the server itself prevents two rows with the same values in these columns. */
    boolean isUnique(Collection<String> columns) {
        return unique.stream().anyMatch(columns::containsAll);
    }

    /** The same for a table with a key; always true for a table without one, which distinguishes no rows. */
    boolean distinguishesRows(Collection<String> columns) {
        return unique.isEmpty() || isUnique(columns);
    }

    /**
     * Refuses a statement that does not find one row by its key.
     *
     * @param found the columns in the condition
     * @param whole whether the condition has all columns of a row, and the statement changes the first row that it finds
     * @throws MappingException if it may find other rows
     */
    void require(String verb, Collection<String> found, boolean whole) {
        boolean complete = key.isEmpty() ? whole || unique.isEmpty() || isUnique(found) : found.containsAll(key);
        if (found.isEmpty() || !complete) {
            List<String> wanted = key.isEmpty() && !unique.isEmpty() ? unique.get(0) : key;
            throw new MappingException(
                    ErrorCode.KEY_INCOMPLETE,
                    verb + " of a row of the target's table " + table.name() + " would find it by "
                            + (found.isEmpty() ? "nothing" : String.join(", ", found)) + ", and its key is "
                            + (wanted.isEmpty() ? "not known" : String.join(", ", wanted)));
        }
    }
}
