package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A key by which rows of a table are referred to, and where a row has its values: the row that is referred to, or one that refers to it.
 *
 * @param parent the table that is referred to
 * @param parts the key's columns in the row
 */
public record ReferredKey(TableName parent, List<Part> parts) {
    /** The name of a value that is not known. */
    public static final String ANY = "";

    /**
     * A column of the key.
     *
     * @param column by its name on the topic; null where the row does not have the value, or the target has another one
     */
    record Part(@Nullable String column, KeyComparison comparison) {}

    /**
     * The name of the value in a row, which is equal for equal values; {@link #ANY} where it is not known. Null where there is no row,
     * or where a column is NULL: then no foreign key refers to it.
     */
    @Nullable
    String in(@Nullable Row row) {
        if (row == null || parts.stream().anyMatch(part -> isNull(part, row))) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (Part part : parts) {
            Object value = part.column() == null ? null : row.get(part.column());
            String name = value == null ? null : part.comparison().of(value);
            if (name == null) {
                return ANY;
            }
            names.add(name);
        }
        // A column may have another name in another version of the table.
        Collections.sort(names);
        return names.toString();
    }

    private static boolean isNull(Part part, Row row) {
        return part.column() != null && row.has(part.column()) && row.get(part.column()) == null;
    }

    boolean has(Predicate<String> column) {
        return parts.stream().anyMatch(part -> part.column() != null && column.test(part.column()));
    }

    /** Whether an update changes the value, or may. */
    boolean changes(Row before, Row after) {
        return parts.stream().anyMatch(part -> part.column() == null || changes(part.column(), before, after));
    }

    /** A partial image of after the change lacks what did not change. */
    private static boolean changes(String column, Row before, Row after) {
        return after.has(column) && (!before.has(column) || !Objects.equals(before.get(column), after.get(column)));
    }
}
