package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.capture.tracker.DefinitionHistory.Version;
import io.dataflowsync.cdc.definition.Definitions;
import io.dataflowsync.cdc.definition.SourceColumn;
import io.dataflowsync.cdc.definition.SourceTable;
import io.dataflowsync.cdc.definition.TableEffect;
import io.dataflowsync.cdc.definition.TableEffect.Kind;
import io.dataflowsync.contract.catalog.ForeignKey;
import io.dataflowsync.contract.catalog.GhostTables;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.TableName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Makes the versions that a statement begins. */
final class NextVersions {
    private final DefinitionHistory history;
    private final BinlogPosition place;

    NextVersions(DefinitionHistory history, BinlogPosition place) {
        this.history = history;
        this.place = place;
    }

    /**
     * The versions of the tables that a statement changed, of those that it took away, and of those that refer to one whose key or name it
     * changed: what a reference means belongs to the version of the table that has it.
     */
    List<Version> of(Definitions before, Definitions after, List<TableEffect> effects) {
        Set<TableName> changed = names(before, after);
        changed.removeIf(name -> before.table(name).equals(after.table(name)));
        effects.stream()
                .filter(effect -> effect.kind() != Kind.TRUNCATED)
                .map(TableEffect::table)
                .filter(table -> after.table(table).isPresent())
                .forEach(changed::add);
        changed.addAll(referringTo(otherKeys(before, after), after));
        Lineage lineage = new Lineage(effects);
        return changed.stream()
                .map(table -> new Version(table, place, after.table(table).map(found -> tracked(found, lineage))))
                .toList();
    }

    private static Set<TableName> names(Definitions before, Definitions after) {
        Set<TableName> names = new TreeSet<>(before.tables().keySet());
        names.addAll(after.tables().keySet());
        return names;
    }

    /** The tables that are new, gone, or have another key. */
    private static Set<TableName> otherKeys(Definitions before, Definitions after) {
        Set<TableName> other = names(before, after);
        other.removeIf(name -> before.table(name)
                .map(SourceTable::primaryKey)
                .equals(after.table(name).map(SourceTable::primaryKey)));
        return other;
    }

    /** The tables that refer to these, however far apart. */
    private Set<TableName> referringTo(Set<TableName> parents, Definitions after) {
        Set<TableName> reached = new HashSet<>(parents);
        Set<TableName> referring = new HashSet<>();
        for (boolean grows = true; grows; ) {
            grows = false;
            for (SourceTable table : after.tables().values()) {
                if (references(table).anyMatch(key -> reached.contains(key.parent()))) {
                    referring.add(table.name());
                    grows |= reached.add(table.name());
                }
            }
        }
        return referring;
    }

    private Stream<ForeignKey> references(SourceTable table) {
        List<ForeignKey> former =
                earlier(table.name()).map(TrackedTable::formerReferences).orElse(List.of());
        return Stream.concat(table.foreignKeys().stream(), former.stream());
    }

    private TrackedTable tracked(SourceTable table, Lineage lineage) {
        Optional<TableName> model = lineage.model(table.name());
        List<ForeignKey> former = (model.isPresent() ? earlier(model.get()) : predecessor(table.name(), lineage))
                .map(before -> FormerReferences.of(before, table, columns(before, table, lineage)))
                .orElse(List.of());
        List<String> firstKey = predecessor(table.name(), lineage)
                .map(before -> FirstKey.of(before, table, lineage.columns(table.name())))
                .orElse(null);
        // What a copy takes over from its original stays where it was, also what refers to the table itself.
        List<ForeignKey> now = isCopy(table.name(), lineage) ? former : FormerReferences.follow(former, lineage);
        return new TrackedTable(table, now, firstKey, place.toString());
    }

    /** The version before the statement; of a table whose place a tool's copy takes, that of the table itself. */
    private Optional<TrackedTable> predecessor(TableName table, Lineage lineage) {
        TableName origin = lineage.origin(table);
        return isCopy(table, lineage) ? earlier(table).or(() -> earlier(origin)) : earlier(origin);
    }

    private static boolean isCopy(TableName table, Lineage lineage) {
        TableName origin = lineage.origin(table);
        return !origin.equals(table)
                && GhostTables.original(origin.table())
                        .filter(table.table()::equals)
                        .isPresent();
    }

    /** By name where the statement names none: of a table that was made again, the columns that are of the type that they were. */
    private static Map<String, String> columns(TrackedTable before, SourceTable table, Lineage lineage) {
        Map<String, String> named = lineage.columns(table.name());
        if (!named.isEmpty()) {
            return named;
        }
        Map<String, String> same = new HashMap<>();
        for (SourceColumn column : before.table().columns()) {
            table.columns().stream()
                    .filter(now -> now.name().equalsIgnoreCase(column.name())
                            && now.type().equals(column.type()))
                    .findFirst()
                    .ifPresent(now -> same.put(column.name(), now.name()));
        }
        return same;
    }

    private Optional<TrackedTable> earlier(TableName table) {
        return history.before(table, place).flatMap(Version::table);
    }
}
