package io.dataflowsync.cdc.capture;

import com.github.shyiko.mysql.binlog.event.UpdateRowsEventData;
import io.dataflowsync.cdc.capture.value.RowFacts;
import io.dataflowsync.cdc.definition.Definitions;
import io.dataflowsync.cdc.definition.SourceColumn;
import io.dataflowsync.cdc.definition.SourceTable;
import io.dataflowsync.contract.catalog.ForeignKey;
import io.dataflowsync.contract.catalog.ForeignKey.Rule;
import io.dataflowsync.contract.event.TableName;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Tells which captured rows the source deletes or changes by its foreign keys in no event, and the target does not by its own: those that
 * are reached over a table that is not captured. For one thread.
 */
final class UnseenCascades {
    private final Predicate<TableName> captures;
    private final Supplier<Definitions> now;
    private final Map<TableName, List<Cascade>> known = new HashMap<>();

    /**
     * A foreign key to a table by which captured rows change, at whatever depth.
     *
     * @param key of a table that refers to it
     * @param reached the captured table whose rows change
     */
    private record Cascade(ForeignKey key, TableName reached) {
        String text(String when, Rule rule) {
            return reached + ", whose rows change with them by the foreign key " + key.name() + " ON " + when + " "
                    + rule.sql();
        }
    }

    /** @param now the tables of the source where the stream is */
    UnseenCascades(Predicate<TableName> captures, Supplier<Definitions> now) {
        this.captures = captures;
        this.now = now;
    }

    /** A statement has changed tables. */
    void forget() {
        known.clear();
    }

    /** What changes with these rows and is in no event; empty where nothing does. */
    Optional<String> of(TableName table, RowFacts rows) {
        if (rows instanceof RowFacts.Written || rows.unchecked().foreignKeys()) {
            return Optional.empty();
        }
        List<Cascade> cascades = known.computeIfAbsent(table, this::find);
        String text = cascades.stream()
                .filter(cascade -> rows instanceof RowFacts.Updated updated
                        ? cascade.key().onUpdate().acts()
                                && changes(table, cascade.key().parentColumns(), updated)
                        : cascade.key().onDelete().acts())
                .map(cascade -> rows instanceof RowFacts.Updated
                        ? cascade.text("UPDATE", cascade.key().onUpdate())
                        : cascade.text("DELETE", cascade.key().onDelete()))
                .distinct()
                .collect(Collectors.joining("; "));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private List<Cascade> find(TableName table) {
        List<Cascade> found = new ArrayList<>();
        boolean isCaptured = captures.test(table);
        for (SourceTable child : now.get().tables().values()) {
            for (ForeignKey key : child.foreignKeys()) {
                if (key.acts() && key.parent().equals(table) && !child.name().equals(table)) {
                    reached(child, isCaptured, new HashSet<>(Set.of(table)))
                            .forEach(reached -> found.add(new Cascade(key, reached)));
                }
            }
        }
        return List.copyOf(found);
    }

    /** @param seen whether the rows of the child change on the target as here, if it is captured */
    private Set<TableName> reached(SourceTable child, boolean seen, Set<TableName> met) {
        if (captures.test(child.name())) {
            return seen ? Set.of() : Set.of(child.name());
        }
        Set<TableName> all = new HashSet<>();
        if (met.add(child.name())) {
            for (SourceTable next : now.get().tables().values()) {
                boolean follows = next.foreignKeys().stream()
                        .anyMatch(key -> key.acts() && key.parent().equals(child.name()));
                if (follows) {
                    all.addAll(reached(next, false, met));
                }
            }
        }
        return all;
    }

    /** Where it is not known which column is which, any change counts. */
    private boolean changes(TableName table, List<String> columns, UpdateRowsEventData rows) {
        Optional<SourceTable> definition = now.get().table(table);
        return rows.getRows().stream().anyMatch(row -> columns.stream()
                .anyMatch(column -> differs(
                        definition.map(known -> index(known, column)).orElse(-1),
                        rows.getIncludedColumnsBeforeUpdate(),
                        row.getKey(),
                        rows.getIncludedColumns(),
                        row.getValue())));
    }

    private static int index(SourceTable table, String column) {
        List<SourceColumn> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equalsIgnoreCase(column)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean differs(
            int column, BitSet columnsBefore, Serializable[] before, BitSet columnsAfter, Serializable[] after) {
        if (column < 0) {
            return true;
        }
        // What an image of after a change lacks has not changed.
        return columnsAfter.get(column)
                && !(columnsBefore.get(column)
                        && Objects.deepEquals(
                                before[columnsBefore.get(0, column).cardinality()],
                                after[columnsAfter.get(0, column).cardinality()]));
    }
}
