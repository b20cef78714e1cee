package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.definition.SourceColumn;
import io.dataflowsync.cdc.definition.SourceTable;
import io.dataflowsync.contract.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first key of a table when the table gets another one.
 *
 * <p>The values of that key may be others on the target, and rows of other tables refer to them. If its column counted as a plain number
 * after the statement, old and new rows would be numbered by two counts. For the same reason, a column that was plain first stays plain.
 */
final class FirstKey {
    private FirstKey() {}

    /**
     * The columns of the first key, by their present names. Null if the table never had another key than the present one, with its
     * present values. Empty if the key was a text or had several columns, and is one integer now.
     *
     * @param renamed the present name of a column, by its name in the earlier version; empty if no name has changed
     */
    static @Nullable List<String> of(TrackedTable before, SourceTable after, Map<String, String> renamed) {
        List<String> first = before.firstKey();
        if (first != null) {
            return names(first, after, renamed);
        }
        TableDefinition was = before.table().definition();
        TableDefinition is = after.definition();
        if (!was.hasIntegerKey() && is.hasIntegerKey()) {
            return List.of();
        }
        List<String> now = names(was.primaryKey(), after, renamed);
        return now.equals(is.primaryKey()) && haveTheirValues(was, is) ? null : now;
    }

    /** Whether the types of the key's columns leave each value as it is. An integer key is identified by its number. */
    private static boolean haveTheirValues(TableDefinition was, TableDefinition is) {
        return is.hasIntegerKey()
                || IntStream.range(0, is.primaryKey().size())
                        .allMatch(i -> KeyValues.stay(
                                was.column(was.primaryKey().get(i)).orElseThrow(),
                                is.column(is.primaryKey().get(i)).orElseThrow()));
    }

    /** The present names; empty if one of the columns is gone: the others alone are not that key. */
    private static List<String> names(List<String> key, SourceTable after, Map<String, String> renamed) {
        List<String> names = new ArrayList<>();
        for (String column : key) {
            String name = renamed.isEmpty() ? column : renamed.get(column);
            if (name == null || after.column(name).isEmpty()) {
                return List.of();
            }
            names.add(after.column(name).map(SourceColumn::name).orElse(name));
        }
        return List.copyOf(names);
    }
}
