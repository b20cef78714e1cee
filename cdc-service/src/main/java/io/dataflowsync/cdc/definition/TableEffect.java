package io.dataflowsync.cdc.definition;

import io.dataflowsync.contract.table.TableName;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The effect of a statement on one table.
 *
 * @param table the table, by its name after the statement
 * @param kind the kind of change
 * @param from the name before; null if the name stays
 * @param columnNames the columns that were there before and still are: the name before to the name after; empty if the table is new,
 *     gone or not known
 * @param model the table of CREATE TABLE … LIKE; null if it was made in another way
 */
public record TableEffect(
        TableName table,
        Kind kind,
        @Nullable TableName from,
        Map<String, String> columnNames,
        @Nullable TableName model) {
    /** The kinds of change of a table. */
    public enum Kind {
        CREATED,
        /** Its definition or its options have changed, or its rows by a partition. */
        ALTERED,
        DROPPED,
        /** It was dropped together with its schema. */
        DROPPED_WITH_SCHEMA,
        /** It has another name; in the same ALTER TABLE its columns may have changed too. */
        RENAMED,
        TRUNCATED
    }

    public TableEffect {
        columnNames = Map.copyOf(columnNames);
    }

    static TableEffect of(Kind kind, TableName table) {
        return new TableEffect(table, kind, null, Map.of(), null);
    }

    static TableEffect createdLike(TableName table, TableName model) {
        return new TableEffect(table, Kind.CREATED, null, Map.of(), model);
    }

    /** The effect of a new name, under which the columns are the same. */
    static TableEffect renamed(TableName from, TableName to, KnownDefinitions after) {
        Map<String, String> columns = new HashMap<>();
        after.table(to).ifPresent(table -> table.columns().forEach(c -> columns.put(c.name(), c.name())));
        return new TableEffect(to, Kind.RENAMED, from, columns, null);
    }
}
