package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.table.TableName;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The keys of foreign keys that do not identify rows, or not in the same notation: unique keys, keys of text.
 *
 * <p>A change of a row that refers to another row by such a key must keep its place among the changes of that row, as in MySQL's own
 * replication.
 *
 * @param own the keys of the table's rows that foreign keys refer to
 * @param references the keys that the table's rows refer to; also those that the parent rows take over from further rows
 * @param alongWith the tables that lose rows along with a row by ON DELETE CASCADE, and to which foreign keys refer by such keys; no event
 *     shows which rows these are
 */
public record ReferredKeys(List<ReferredKey> own, List<ReferredKey> references, List<TableName> alongWith) {
    public static final ReferredKeys NONE = new ReferredKeys(List.of(), List.of(), List.of());

    /** Receives the names of keys. */
    public interface Names extends BiConsumer<TableName, String> {}

    public boolean isEmpty() {
        return own.isEmpty() && references.isEmpty() && alongWith.isEmpty();
    }

    /** Adds the keys that a change gives up, and those that it takes. */
    public void addOwn(RowChange change, Names givenUp, Names taken) {
        Row before = change.before();
        Row after = change.after();
        for (ReferredKey key : own) {
            if (before == null || after == null || key.changes(before, after)) {
                add(key, before, givenUp);
                add(key, after, taken);
            }
        }
        if (after == null) {
            alongWith.forEach(table -> givenUp.accept(table, ReferredKey.ANY));
        }
    }

    /**
     * Adds the keys that a row referred to before a change, and those that the change needs: the row refers to them after it, or is found
     * by them.
     *
     * @param foundBy whether rows are found by a column
     */
    public void addReferences(RowChange change, Predicate<String> foundBy, Names left, Names needed) {
        Row before = change.before();
        Row after = change.after();
        for (ReferredKey key : references) {
            add(key, before, left);
            if (key.has(foundBy)) {
                add(key, before, needed);
            }
            if (before == null || after == null || key.changes(before, after)) {
                add(key, after, needed);
            }
        }
    }

    private static void add(ReferredKey key, @Nullable Row row, Names names) {
        String name = key.in(row);
        if (name != null) {
            names.accept(key.parent(), name);
        }
    }
}
