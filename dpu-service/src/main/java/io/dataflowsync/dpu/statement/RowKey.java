package io.dataflowsync.dpu.statement;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.dpu.mapping.MappingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The key by which statements find one row of a table. The last line of defence: whatever planned a statement, no UPDATE or DELETE is
 * made that lacks a column of the key, or has no condition at all, since it would change rows that it does not mean.
 */
final class RowKey {
    private final TableDefinition table;
    private final List<String> key;
    private final List<List<String>> unique;

    /** @param key the columns that tell the table's rows apart by the source; none where only the whole row does, or that is not known */
    RowKey(TableDefinition table, List<String> key) {
        this.table = table;
        this.key = List.copyOf(key);
        this.unique = unique(table);
    }

    /** The keys of which the server has one row at most: NULL is as often in a unique key as somebody wants. */
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

    /** Whether the server itself has no two rows with the same values in these columns. */
    boolean isUnique(Collection<String> columns) {
        return unique.stream().anyMatch(columns::containsAll);
    }

    /** The same where it has a key; a table without one tells no rows apart. */
    boolean tellsApart(Collection<String> columns) {
        return unique.isEmpty() || isUnique(columns);
    }

    /**
     * Refuses a statement that does not find one row by its key.
     *
     * @param found the columns that the condition names
     * @param whole whether it names all columns of a row, and changes the first one found
     * @throws MappingException where it may find others
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
