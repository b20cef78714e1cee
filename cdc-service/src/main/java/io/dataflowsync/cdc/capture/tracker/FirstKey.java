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
 * Keeps the key that a table had first when it is keyed otherwise.
 *
 * <p>The values of that key may have others on the target, and rows of other tables refer to them. Were the column taken for a plain
 * number behind the statement, old rows and new ones would be numbered by two counts. A column that was plain first stays so, too.
 */
final class FirstKey {
    private FirstKey() {}

    /**
     * The columns of the first key by the names that they have now; null where the table has had no other key than that of now, with the
     * values that it has. None where
     * the key was a text, or of several columns, and is one integer now.
     *
     * @param renamed the name of a column now, by its name in the earlier version; empty where no name has changed
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

    /** Whether the columns of the key are of types that leave each value as it is; an integer key is known by its number. */
    private static boolean haveTheirValues(TableDefinition was, TableDefinition is) {
        return is.hasIntegerKey()
                || IntStream.range(0, is.primaryKey().size())
                        .allMatch(i -> KeyValues.stay(
                                was.column(was.primaryKey().get(i)).orElseThrow(),
                                is.column(is.primaryKey().get(i)).orElseThrow()));
    }

    /** None where one of them is gone: the others alone are not that key. */
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
