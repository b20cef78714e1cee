package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.TableName;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tables of both ends.
 *
 * @param source by name, with the columns' names on the topic
 * @param target by name in lower case
 * @param history the versions of the source's tables, as far as they are known
 * @param place in the binlog, at which the source's tables are such; null for the newest
 */
public record Tables(
        Map<TableName, TableDefinition> source,
        Map<String, TableDefinition> target,
        Definitions history,
        @Nullable BinlogPosition place) {

    public static Tables of(Map<TableName, TableDefinition> source, Iterable<TableDefinition> target) {
        return of(source, target, new Definitions(), null);
    }

    /** The tables at a place in the binlog, with what is known of their other versions. */
    public static Tables of(
            Map<TableName, TableDefinition> source,
            Iterable<TableDefinition> target,
            Definitions history,
            @Nullable BinlogPosition place) {
        Map<String, TableDefinition> byName = new HashMap<>();
        target.forEach(table -> byName.put(lower(table.name().table()), table));
        return new Tables(Map.copyOf(source), Map.copyOf(byName), history, place);
    }

    /** @throws UnknownTableException where it has not come yet */
    TableDefinition sourceTable(TableName name) {
        TableDefinition table = source.get(name);
        if (table == null) {
            throw new UnknownTableException(name);
        }
        return table;
    }

    /**
     * A table that others refer to, in a version that has the column referred to: that of the place, else the nearest one. A column
     * that got another name after the reference was read is found under the one that the reference knows.
     *
     * @throws UnknownTableException where it has not come yet
     */
    TableDefinition parent(TableName name, String column) {
        TableDefinition table = sourceTable(name);
        return table.column(column).isPresent()
                ? table
                : history.having(name, place, column).orElse(table);
    }

    /** How a column of a version fares in the later ones. */
    Definitions.Fate fate(TableDefinition version, String column) {
        return history.fate(version, column);
    }

    /** The target's table of this name, whatever its case. */
    public Optional<TableDefinition> targetTable(String name) {
        return Optional.ofNullable(target.get(lower(name)));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
