package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.event.TableName;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The tables of both ends.
 *
 * @param source by name, with the columns' names on the topic
 * @param target by name in lower case
 */
public record Tables(Map<TableName, TableDefinition> source, Map<String, TableDefinition> target) {

    public static Tables of(Map<TableName, TableDefinition> source, Iterable<TableDefinition> target) {
        Map<String, TableDefinition> byName = new HashMap<>();
        target.forEach(table -> byName.put(lower(table.name().table()), table));
        return new Tables(Map.copyOf(source), Map.copyOf(byName));
    }

    /** @throws UnknownTableException where it has not come yet */
    TableDefinition sourceTable(TableName name) {
        TableDefinition table = source.get(name);
        if (table == null) {
            throw new UnknownTableException(name);
        }
        return table;
    }

    /** The target's table of this name, whatever its case. */
    public Optional<TableDefinition> targetTable(String name) {
        return Optional.ofNullable(target.get(lower(name)));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
