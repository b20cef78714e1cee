package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every version of the source's tables. A version is the place in the binlog from which a definition holds; a definition without
 * columns says that the table is gone from there on. Not for several threads.
 */
public final class TableVersions {
    /** The place of a definition that has no version: before all others. */
    private static final BinlogPosition FIRST = new BinlogPosition("", 0);

    private final Map<TableName, NavigableMap<BinlogPosition, TableDefinition>> tables = new HashMap<>();

    /** How a column of an old version fares in the later ones. */
    public enum Fate {
        /** The newest version has it. */
        THERE,
        /** A later statement dropped it, and added no other column. */
        DROPPED,
        /** A later statement took it away and added another one: it dropped the column, or gave it another name. */
        REPLACED
    }

    /** The versions that these definitions are, in any order. */
    public static TableVersions of(Collection<TableDefinition> definitions) {
        TableVersions all = new TableVersions();
        all.put(definitions);
        return all;
    }

    /** Adds definitions; one of a version that is known already takes the place of what was known of it. Whether anything changed. */
    public boolean put(Collection<TableDefinition> definitions) {
        boolean changed = false;
        for (TableDefinition definition : definitions) {
            changed |= !definition.equals(versions(definition.name()).put(place(definition), compact(definition)));
        }
        return changed;
    }

    /** Adds a definition, unless its version is known. */
    public void putIfAbsent(TableDefinition definition) {
        versions(definition.name()).putIfAbsent(place(definition), compact(definition));
    }

    private NavigableMap<BinlogPosition, TableDefinition> versions(TableName table) {
        return tables.computeIfAbsent(table, name -> new TreeMap<>());
    }

    private static BinlogPosition place(TableDefinition definition) {
        return definition.version().isEmpty() ? FIRST : BinlogPosition.parse(definition.version());
    }

    /** Most versions of a table differ in its references or not at all: equal columns are kept once. */
    private TableDefinition compact(TableDefinition definition) {
        Map.Entry<BinlogPosition, TableDefinition> before =
                versions(definition.name()).lowerEntry(place(definition));
        return before == null || !before.getValue().columns().equals(definition.columns())
                ? definition
                : definition.over(before.getValue().columns());
    }

    /** Whether this version of a table is known; one that says that the table is gone, too. */
    public boolean knows(TableName table, BinlogPosition version) {
        return known(table).containsKey(version);
    }

    /** Whether a version has columns that the one before it had not, or is the first of its table. */
    public boolean hasMore(TableDefinition version) {
        Map.Entry<BinlogPosition, TableDefinition> before =
                known(version.name()).lowerEntry(place(version));
        return isThere(version)
                && (before == null
                        || version.columns().stream()
                                .anyMatch(column ->
                                        before.getValue().column(column.name()).isEmpty()));
    }

    /** Whether a version is of a table that has the name of one that was there earlier, and was dropped or renamed. */
    public boolean comesBack(TableDefinition version) {
        Map.Entry<BinlogPosition, TableDefinition> before =
                known(version.name()).lowerEntry(place(version));
        return isThere(version) && before != null && !isThere(before.getValue());
    }

    /** Whether the source had a table of this name at a place, as far as is known. */
    public boolean isThereAt(TableName table, BinlogPosition place) {
        Map.Entry<BinlogPosition, TableDefinition> version = known(table).floorEntry(place);
        return version != null && isThere(version.getValue());
    }

    /** Whether the source has had a table of this name at or before a place, as far as is known. */
    boolean wasThere(TableName table, BinlogPosition place) {
        return known(table).headMap(place, true).values().stream().anyMatch(TableVersions::isThere);
    }

    /** The table in this version; empty where that is not known, or the table is gone in it. */
    public Optional<TableDefinition> version(TableName table, BinlogPosition version) {
        return Optional.ofNullable(known(table).get(version)).filter(TableVersions::isThere);
    }

    /** The newest version of each table; the last before it was dropped of one that is gone. */
    public Map<TableName, TableDefinition> newest() {
        return each(versions -> last(versions, TableVersions::isThere));
    }

    /**
     * Each table as it was at a place: in its latest version at or before it, the last before it was dropped where that says that it is
     * gone; a table that came later, in its first version.
     */
    public Map<TableName, TableDefinition> at(BinlogPosition place) {
        return each(versions -> at(versions, place, TableVersions::isThere));
    }

    /** The version of a table that holds at a place, as {@link #at(BinlogPosition)}; null where it has no place in the binlog. */
    public @Nullable BinlogPosition versionAt(TableName table, BinlogPosition place) {
        TableDefinition found = at(known(table), place, TableVersions::isThere);
        return found == null || found.version().isEmpty() ? null : BinlogPosition.parse(found.version());
    }

    /** Whether any version of a table at or before a place has had a column of this name. */
    boolean had(TableName table, BinlogPosition place, String column) {
        return known(table).headMap(place, true).values().stream()
                .anyMatch(version -> version.column(column).isPresent());
    }

    /** Whether the table has been without a column of this name in any version at or before a place. */
    boolean lacked(TableName table, BinlogPosition place, String column) {
        return known(table).headMap(place, true).values().stream()
                .anyMatch(version -> isThere(version) && version.column(column).isEmpty());
    }

    /** The version of a table, the nearest to a place, in which it has a column; the place is null for the newest. */
    Optional<TableDefinition> having(TableName table, @Nullable BinlogPosition place, String column) {
        Predicate<TableDefinition> has = definition -> definition.column(column).isPresent();
        return Optional.ofNullable(place == null ? last(known(table), has) : at(known(table), place, has));
    }

    /** How a column of a version fares later, as long as the table is the same one. */
    Fate fate(TableDefinition definition, String column) {
        TableDefinition before = definition;
        for (TableDefinition next :
                known(definition.name()).tailMap(place(definition), false).values()) {
            if (!isThere(next)) {
                return Fate.THERE;
            }
            if (next.column(column).isEmpty()) {
                TableDefinition old = before;
                boolean added = next.columns().stream()
                        .anyMatch(c -> old.column(c.name()).isEmpty());
                return added ? Fate.REPLACED : Fate.DROPPED;
            }
            before = next;
        }
        return Fate.THERE;
    }

    /** The versions of tables from a place on that refer to a table: those of the place and all later ones; of null, all. */
    List<TableDefinition> referring(TableName parent, @Nullable BinlogPosition place) {
        return tables.values().stream()
                .map(versions -> from(versions, place))
                .flatMap(versions -> versions.values().stream())
                .filter(table -> refers(table, parent))
                .toList();
    }

    private static NavigableMap<BinlogPosition, TableDefinition> from(
            NavigableMap<BinlogPosition, TableDefinition> versions, @Nullable BinlogPosition place) {
        BinlogPosition first = place == null ? null : versions.floorKey(place);
        return first == null ? versions : versions.tailMap(first, true);
    }

    static boolean refers(TableDefinition table, TableName parent) {
        return table.foreignKeys().stream().anyMatch(key -> key.parent().equals(parent));
    }

    private static boolean isThere(TableDefinition definition) {
        return !definition.columns().isEmpty();
    }

    private NavigableMap<BinlogPosition, TableDefinition> known(TableName table) {
        NavigableMap<BinlogPosition, TableDefinition> versions = tables.get(table);
        return versions == null ? new TreeMap<>() : versions;
    }

    private interface Choice {
        @Nullable
        TableDefinition of(NavigableMap<BinlogPosition, TableDefinition> versions);
    }

    private Map<TableName, TableDefinition> each(Choice choice) {
        Map<TableName, TableDefinition> chosen = new HashMap<>();
        tables.forEach((name, versions) -> {
            TableDefinition found = choice.of(versions);
            if (found != null) {
                chosen.put(name, found);
            }
        });
        return chosen;
    }

    private static @Nullable TableDefinition last(
            NavigableMap<BinlogPosition, TableDefinition> versions, Predicate<TableDefinition> wanted) {
        return first(List.copyOf(versions.descendingMap().values()), wanted);
    }

    private static @Nullable TableDefinition at(
            NavigableMap<BinlogPosition, TableDefinition> versions,
            BinlogPosition place,
            Predicate<TableDefinition> wanted) {
        TableDefinition earlier = last(versions.headMap(place, true), wanted);
        return earlier != null
                ? earlier
                : first(List.copyOf(versions.tailMap(place, false).values()), wanted);
    }

    private static @Nullable TableDefinition first(List<TableDefinition> versions, Predicate<TableDefinition> wanted) {
        return versions.stream().filter(wanted).findFirst().orElse(null);
    }
}
