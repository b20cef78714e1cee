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
 * A key by which other rows refer to rows of a table, and the columns of a row that hold it: of the row that is referred to, or of a row
 * that refers to it.
 *
 * @param parent the table that is referred to
 * @param parts the columns of the row that hold the key
 */
public record ReferredKey(TableName parent, List<Part> parts) {
    /** The name of a value that is not known. */
    public static final String ANY = "";

    /**
     * A column of the key.
     *
     * @param column its name on the topic; null if the row does not have the value, or the target has another value
     */
    record Part(@Nullable String column, KeyComparison comparison) {}

    /**
     * The name of the value in a row. Equal values have equal names; {@link #ANY} if the name is not known. Null if there is no row, or if
     * a column is NULL: then no foreign key refers to it.
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

    /** Whether an update changes the value, or may change it. */
    boolean changes(Row before, Row after) {
        return parts.stream().anyMatch(part -> part.column() == null || changes(part.column(), before, after));
    }

    /** Whether a column may have changed. A partial image after the change lacks the columns that did not change. */
    private static boolean changes(String column, Row before, Row after) {
        return after.has(column) && (!before.has(column) || !Objects.equals(before.get(column), after.get(column)));
    }
}
