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
 * Keeps every version of the source's tables. It is not thread-safe.
 *
 * <p>A version is the place in the binlog from which a definition is valid. A definition without columns means that the table does not
 * exist from there on.
 */
public final class TableVersions {
    /** The place of a definition without a version: before all others. */
    private static final BinlogPosition FIRST = new BinlogPosition("", 0);

    private final Map<TableName, NavigableMap<BinlogPosition, TableDefinition>> tables = new HashMap<>();

    /** The state of a column of an old version in the later versions. */
    public enum Fate {
        /** The newest version has it. */
        THERE,
        /** A later statement dropped it, and added no other column. */
        DROPPED,
        /** A later statement took it away and added another one: it dropped the column, or gave it another name. */
        REPLACED
    }

    /** Builds the versions from definitions in any order. */
    public static TableVersions of(Collection<TableDefinition> definitions) {
        TableVersions all = new TableVersions();
        all.put(definitions);
        return all;
    }

    /** Adds definitions. A definition replaces the former one of the same version. Returns whether anything changed. */
    public boolean put(Collection<TableDefinition> definitions) {
        boolean changed = false;
        for (TableDefinition definition : definitions) {
            changed |= !definition.equals(versions(definition.name()).put(place(definition), compact(definition)));
        }
        return changed;
    }

    /** Adds a definition if its version is not known yet. */
    public void putIfAbsent(TableDefinition definition) {
        versions(definition.name()).putIfAbsent(place(definition), compact(definition));
    }

    private NavigableMap<BinlogPosition, TableDefinition> versions(TableName table) {
        return tables.computeIfAbsent(table, name -> new TreeMap<>());
    }

    private static BinlogPosition place(TableDefinition definition) {
        return definition.version().isEmpty() ? FIRST : BinlogPosition.parse(definition.version());
    }

    /** Shares equal columns with the version before: most versions of a table differ only in their references, or not at all. */
    private TableDefinition compact(TableDefinition definition) {
        Map.Entry<BinlogPosition, TableDefinition> before =
                versions(definition.name()).lowerEntry(place(definition));
        return before == null || !before.getValue().columns().equals(definition.columns())
                ? definition
                : definition.over(before.getValue().columns());
    }

    /** Whether this version of a table is known. A version without columns counts, too. */
    public boolean knows(TableName table, BinlogPosition version) {
        return known(table).containsKey(version);
    }

    /** Whether a version has columns that the version before did not have, or is the first of its table. */
    public boolean hasMore(TableDefinition version) {
        Map.Entry<BinlogPosition, TableDefinition> before =
                known(version.name()).lowerEntry(place(version));
        return isThere(version)
                && (before == null
                        || version.columns().stream()
                                .anyMatch(column ->
                                        before.getValue().column(column.name()).isEmpty()));
    }

    /** Whether a version belongs to a table that has the name of an earlier table, which was dropped or renamed. */
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

    /** The table in this version; empty if the version is not known, or the table does not exist in it. */
    public Optional<TableDefinition> version(TableName table, BinlogPosition version) {
        return Optional.ofNullable(known(table).get(version)).filter(TableVersions::isThere);
    }

    /** The newest version of each table. For a dropped table, it is the last version before the drop. */
    public Map<TableName, TableDefinition> newest() {
        return each(versions -> last(versions, TableVersions::isThere));
    }

    /**
     * Each table as it was at a place: in its latest version at or before the place. For a table that was dropped by then, it is the last
     * version before the drop; for a table that came later, its first version.
     */
    public Map<TableName, TableDefinition> at(BinlogPosition place) {
        return each(versions -> at(versions, place, TableVersions::isThere));
    }

    /** The version of a table that is valid at a place, as {@link #at(BinlogPosition)} finds it; null if it has no place in the binlog. */
    public @Nullable BinlogPosition versionAt(TableName table, BinlogPosition place) {
        TableDefinition found = at(known(table), place, TableVersions::isThere);
        return found == null || found.version().isEmpty() ? null : BinlogPosition.parse(found.version());
    }

    /** Whether any version of a table at or before a place had a column of this name. */
    boolean had(TableName table, BinlogPosition place, String column) {
        return known(table).headMap(place, true).values().stream()
                .anyMatch(version -> version.column(column).isPresent());
    }

    /** Whether any version of a table at or before a place had no column of this name. */
    boolean lacked(TableName table, BinlogPosition place, String column) {
        return known(table).headMap(place, true).values().stream()
                .anyMatch(version -> isThere(version) && version.column(column).isEmpty());
    }

    /** The version of a table, nearest to a place, that has a column. For the newest version, the place is null. */
    Optional<TableDefinition> having(TableName table, @Nullable BinlogPosition place, String column) {
        Predicate<TableDefinition> has = definition -> definition.column(column).isPresent();
        return Optional.ofNullable(place == null ? last(known(table), has) : at(known(table), place, has));
    }

    /** The state of a column of a version in the later versions, as long as the table is the same one. */
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

    /**
     * The versions of tables that refer to a table, from a place on: the version of the place and all later ones. If the place is null, all
     * versions.
     */
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
