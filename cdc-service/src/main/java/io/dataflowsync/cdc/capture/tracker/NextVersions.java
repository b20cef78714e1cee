package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.capture.tracker.DefinitionHistory.Version;
import io.dataflowsync.cdc.definition.KnownDefinitions;
import io.dataflowsync.cdc.definition.SourceColumn;
import io.dataflowsync.cdc.definition.SourceTable;
import io.dataflowsync.cdc.definition.TableEffect;
import io.dataflowsync.cdc.definition.TableEffect.Kind;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.catalog.GhostTables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the versions that begin with a statement. */
final class NextVersions {
    private final DefinitionHistory history;
    private final BinlogPosition place;

    NextVersions(DefinitionHistory history, BinlogPosition place) {
        this.history = history;
        this.place = place;
    }

    /**
     * The versions of the tables that a statement changed, of those that it dropped, and of those that refer to a table whose key or name
     * it changed: the meaning of a reference belongs to the version of the table that has it.
     */
    List<Version> of(KnownDefinitions before, KnownDefinitions after, List<TableEffect> effects) {
        Set<TableName> changed = names(before, after);
        changed.removeIf(name -> before.table(name).equals(after.table(name)));
        effects.stream()
                .filter(effect -> effect.kind() != Kind.TRUNCATED)
                .map(TableEffect::table)
                .filter(table -> after.table(table).isPresent())
                .forEach(changed::add);
        Lineage lineage = new Lineage(effects);
        Set<TableName> arrived = arrived(before, after, lineage);
        Set<TableName> others = otherKeys(before, after);
        others.addAll(arrived);
        changed.addAll(referringTo(others, after));
        return changed.stream()
                .map(table ->
                        new Version(table, place, after.table(table).map(found -> tracked(found, lineage, arrived))))
                .toList();
    }

    /** The tables that the statement created, or gave their present name. */
    private static Set<TableName> arrived(KnownDefinitions before, KnownDefinitions after, Lineage lineage) {
        return after.tables().keySet().stream()
                .filter(table ->
                        before.table(table).isEmpty() || !lineage.origin(table).equals(table))
                .collect(Collectors.toSet());
    }

    /** The same tables, with these versions in place of some. */
    static KnownDefinitions replaced(KnownDefinitions definitions, List<Version> made) {
        KnownDefinitions replaced = definitions;
        for (Version version : made) {
            replaced = version.table()
                    .map(TrackedTable::table)
                    .map(replaced::with)
                    .orElse(replaced.without(version.name()));
        }
        return replaced;
    }

    private static Set<TableName> names(KnownDefinitions before, KnownDefinitions after) {
        Set<TableName> names = new TreeSet<>(before.tables().keySet());
        names.addAll(after.tables().keySet());
        return names;
    }

    /** The tables that are new, gone, or have another key. */
    private static Set<TableName> otherKeys(KnownDefinitions before, KnownDefinitions after) {
        Set<TableName> other = names(before, after);
        other.removeIf(name -> before.table(name)
                .map(SourceTable::primaryKey)
                .equals(after.table(name).map(SourceTable::primaryKey)));
        return other;
    }

    /** The tables that refer to these, directly or over others. */
    private Set<TableName> referringTo(Set<TableName> parents, KnownDefinitions after) {
        Set<TableName> reached = new HashSet<>(parents);
        Set<TableName> referring = new HashSet<>();
        for (boolean grows = true; grows; ) {
            grows = false;
            for (SourceTable table : after.tables().values()) {
                if (parents(table).anyMatch(reached::contains)) {
                    referring.add(table.name());
                    grows |= reached.add(table.name());
                }
            }
        }
        return referring;
    }

    /** The tables that it refers to, and those of former references, under the names that they had. */
    private Stream<TableName> parents(SourceTable table) {
        Stream<TableName> former = earlier(table.name()).stream()
                .flatMap(before -> Stream.concat(
                        before.formerReferences().stream().map(ForeignKey::parent),
                        before.formerNames().stream().map(FormerName::then)));
        return Stream.concat(table.foreignKeys().stream().map(ForeignKey::parent), former);
    }

    private TrackedTable tracked(SourceTable table, Lineage lineage, Set<TableName> arrived) {
        Optional<TrackedTable> before =
                lineage.model(table.name()).map(this::earlier).orElseGet(() -> predecessor(table.name(), lineage));
        List<ForeignKey> former = before.map(found -> FormerReferences.of(found, table, columns(found, table, lineage)))
                .orElse(List.of());
        List<FormerName> names = before.map(TrackedTable::formerNames).orElse(List.of());
        List<String> firstKey = predecessor(table.name(), lineage)
                .map(found -> FirstKey.of(found, table, lineage.columns(table.name())))
                .orElse(null);
        // The references that a copy takes over from its original keep their parents, also a reference to the table
        // itself.
        if (isCopy(table.name(), lineage)) {
            return new TrackedTable(table, former, firstKey, place.toString(), names);
        }
        FollowedParents parents = new FollowedParents(lineage, arrived, names);
        List<ForeignKey> now = parents.of(table.name(), former);
        return new TrackedTable(table, now, firstKey, place.toString(), parents.names());
    }

    /** The version before the statement. If a tool's copy replaces a table, the version of that table. */
    private Optional<TrackedTable> predecessor(TableName table, Lineage lineage) {
        TableName origin = lineage.origin(table);
        return isCopy(table, lineage) ? earlier(table).or(() -> earlier(origin)) : earlier(origin);
    }

    private boolean isCopy(TableName table, Lineage lineage) {
        TableName origin = lineage.origin(table);
        return !origin.equals(table)
                && GhostTables.original(origin.table())
                        .filter(table.table()::equals)
                        .isPresent()
                && !history.beganWithout(origin, table);
    }

    /**
     * The columns' names after the statement. If the statement names none, columns keep their names; in a table that was created again,
     * only those of the same type.
     */
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
