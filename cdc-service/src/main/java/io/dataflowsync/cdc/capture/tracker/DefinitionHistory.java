package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps every version of every table, by the position in the binlog from which it holds. Thread-safe.
 *
 * <p>The thread that reads the binlog adds versions. The one that makes events looks them up at earlier positions.
 */
public final class DefinitionHistory {
    private final Map<TableName, NavigableMap<BinlogPosition, Version>> versions = new ConcurrentHashMap<>();

    /** The positions of all versions. */
    private final NavigableSet<BinlogPosition> places = new ConcurrentSkipListSet<>();

    private final AtomicInteger size = new AtomicInteger();

    /**
     * The definition of a table from a position on.
     *
     * @param table the table; empty if it does not exist any more
     */
    public record Version(TableName name, BinlogPosition since, Optional<TrackedTable> table) {}

    /** Adds a version, in place of an earlier one of the same table and position. */
    public void add(Version version) {
        Version before = versions.computeIfAbsent(version.name(), name -> new ConcurrentSkipListMap<>())
                .put(version.since(), version);
        places.add(version.since());
        if (before == null) {
            size.incrementAndGet();
        }
    }

    /** The number of versions. */
    public int size() {
        return size.get();
    }

    /** Whether any version begins after the first position, and not after the second. */
    public boolean hasChanged(BinlogPosition after, BinlogPosition upTo) {
        return after.compareTo(upTo) < 0
                && !places.subSet(after, false, upTo, true).isEmpty();
    }

    /** Whether there is no version yet. */
    public boolean isEmpty() {
        return versions.isEmpty();
    }

    /** The version under which an event at this position was written. */
    public Optional<Version> at(TableName table, BinlogPosition position) {
        NavigableMap<BinlogPosition, Version> known = versions.get(table);
        return known == null
                ? Optional.empty()
                : Optional.ofNullable(known.floorEntry(position)).map(Map.Entry::getValue);
    }

    /** The version that a statement at this position found. */
    public Optional<Version> before(TableName table, BinlogPosition statement) {
        NavigableMap<BinlogPosition, Version> known = versions.get(table);
        return known == null
                ? Optional.empty()
                : Optional.ofNullable(known.lowerEntry(statement)).map(Map.Entry::getValue);
    }

    /** Whether a table of the first name ever began, created or renamed, while no table of the other name existed after that statement. */
    public boolean beganWithout(TableName table, TableName other) {
        boolean there = false;
        for (Map.Entry<BinlogPosition, Version> version :
                versions.getOrDefault(table, Collections.emptyNavigableMap()).entrySet()) {
            boolean was = there;
            there = version.getValue().table().isPresent();
            if (there
                    && !was
                    && at(other, version.getKey()).flatMap(Version::table).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The definitions of the tables that exist at this position. */
    public List<TableDefinition> definitionsAt(BinlogPosition position) {
        return tablesAt(position).stream().map(TrackedTable::definition).toList();
    }

    /** The tables that exist at this position. */
    public List<TrackedTable> tablesAt(BinlogPosition position) {
        List<TrackedTable> tables = new ArrayList<>();
        versions.keySet().stream()
                .sorted()
                .forEach(name -> at(name, position).flatMap(Version::table).ifPresent(tables::add));
        return tables;
    }

    /** All versions. */
    public List<Version> all() {
        List<Version> found = new ArrayList<>();
        versions.values().forEach(known -> found.addAll(known.values()));
        return found;
    }

    /** The versions that a statement at this position made; empty if none is known. */
    public List<Version> madeAt(BinlogPosition place) {
        List<Version> made = new ArrayList<>();
        versions.values().forEach(known -> Optional.ofNullable(known.get(place)).ifPresent(made::add));
        return made;
    }
}
