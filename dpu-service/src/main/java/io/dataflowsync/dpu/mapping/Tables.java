package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.catalog.NamedTables;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tables of both ends.
 *
 * @param source the source's tables by name, with the columns' names on the topic
 * @param target the target's tables by name, as the target spells it
 * @param history the versions of the source's tables, as far as they are known
 * @param place the place in the binlog to which the source's definitions belong; null for the newest
 */
public record Tables(
        Map<TableName, TableDefinition> source,
        Map<String, TableDefinition> target,
        TableVersions history,
        @Nullable BinlogPosition place) {

    public static Tables of(Map<TableName, TableDefinition> source, Iterable<TableDefinition> target) {
        return of(source, target, new TableVersions(), null);
    }

    /** The tables at a place in the binlog, with what is known of their other versions. */
    public static Tables of(
            Map<TableName, TableDefinition> source,
            Iterable<TableDefinition> target,
            TableVersions history,
            @Nullable BinlogPosition place) {
        Map<String, TableDefinition> byName = new HashMap<>();
        target.forEach(table -> byName.put(table.name().table(), table));
        Map<TableName, TableDefinition> spelt = new HashMap<>();
        source.forEach((name, table) -> spelt.put(name, withReferencesSpelt(table, source)));
        return new Tables(Map.copyOf(spelt), Map.copyOf(byName), history, place);
    }

    /** Spells the columns that a table refers to as their own tables do, so that a change of case is not a change of the reference. */
    private static TableDefinition withReferencesSpelt(TableDefinition table, Map<TableName, TableDefinition> source) {
        List<ForeignKey> keys = table.foreignKeys().stream()
                .map(key -> {
                    TableDefinition parent = source.get(key.parent());
                    return parent == null ? key : key.toColumns(parent.spelt(key.parentColumns()));
                })
                .toList();
        return keys.equals(table.foreignKeys()) ? table : table.referring(keys);
    }

    /** @throws UnknownTableException if no definition of it has arrived yet */
    TableDefinition sourceTable(TableName name) {
        TableDefinition table = source.get(name);
        if (table == null) {
            throw new UnknownTableException(name);
        }
        return table;
    }

    /**
     * A table that others refer to, in a version that has the column that is referred to: the version of the place, else the nearest one.
     * So a column that was renamed after the reference was read is found under its former name.
     *
     * @throws UnknownTableException if no definition of it has arrived yet
     */
    TableDefinition parent(TableName name, String column) {
        TableDefinition table = sourceTable(name);
        return table.column(column).isPresent()
                ? table
                : history.having(name, place, column).orElse(table);
    }

    /** The tables that refer to a table from the place on: each of them in every version that does. */
    List<TableDefinition> referring(TableName parent) {
        return Stream.concat(
                        source.values().stream().filter(table -> TableVersions.refers(table, parent)),
                        history.referring(parent, place).stream())
                .distinct()
                .toList();
    }

    /** Whether the source has the table at the place. Tables that existed earlier or come later are known, too. */
    boolean isThere(TableName name) {
        return place == null || history.isThereAt(name, place);
    }

    /** The state of a column of a version in the later versions. */
    TableVersions.Fate fate(TableDefinition version, String column) {
        return history.fate(version, column);
    }

    /** The target's table of this name, as {@link #named} finds it. */
    public Optional<TableDefinition> targetTable(String name) {
        TableDefinition exact = target.get(name);
        return exact == null ? named(target.values(), name) : Optional.of(exact);
    }

    /**
     * The table of exactly this name; if there is none, the one whose name differs only in case.
     *
     * @throws MappingException if there are several of those
     */
    public static Optional<TableDefinition> named(Collection<TableDefinition> tables, String name) {
        List<TableDefinition> found = NamedTables.of(tables, name);
        if (found.size() > 1) {
            throw new MappingException(
                    ErrorCode.TARGET_TABLE_AMBIGUOUS,
                    "the target has no table " + name + ", and several whose names differ from it in case alone: "
                            + found.stream()
                                    .map(table -> table.name().table())
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        }
        return found.stream().findFirst();
    }
}
