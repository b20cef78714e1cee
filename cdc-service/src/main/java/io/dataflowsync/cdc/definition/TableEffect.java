package io.dataflowsync.cdc.definition;

import io.dataflowsync.contract.table.TableName;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a statement did to one table.
 *
 * @param table the table, by its name after the statement
 * @param kind what was done
 * @param from the name before; null where the name stays
 * @param columnNames the columns that were there before and still are: the name before to the name after; empty where the table is new,
 *     gone or not known
 * @param model the table that this one was made like; null where it was made otherwise
 */
public record TableEffect(
        TableName table,
        Kind kind,
        @Nullable TableName from,
        Map<String, String> columnNames,
        @Nullable TableName model) {
    /** What can be done to a table. */
    public enum Kind {
        CREATED,
        /** Its definition or its options changed, or its rows by a partition. */
        ALTERED,
        DROPPED,
        /** Its schema is gone, and it with that. */
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

    /** A new name, under which the columns are the same. */
    static TableEffect renamed(TableName from, TableName to, KnownDefinitions after) {
        Map<String, String> columns = new HashMap<>();
        after.table(to).ifPresent(table -> table.columns().forEach(c -> columns.put(c.name(), c.name())));
        return new TableEffect(to, Kind.RENAMED, from, columns, null);
    }
}
