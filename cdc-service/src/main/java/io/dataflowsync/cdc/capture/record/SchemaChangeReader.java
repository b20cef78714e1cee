package io.dataflowsync.cdc.capture.record;

import io.dataflowsync.cdc.capture.tracker.DefinitionHistory.Version;
import io.dataflowsync.cdc.capture.tracker.Followed;
import io.dataflowsync.cdc.capture.tracker.Lineage;
import io.dataflowsync.cdc.capture.tracker.TrackedTable;
import io.dataflowsync.cdc.definition.TableEffect;
import io.dataflowsync.cdc.definition.TableEffect.Kind;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.TableRename;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes change events from statements that changed tables. A statement that renames or drops several tables becomes one event for each of
 * them.
 */
final class SchemaChangeReader {
    private final CapturedTables tables;
    private final RecordToEvent events;

    SchemaChangeReader(CapturedTables tables, RecordToEvent events) {
        this.tables = tables;
        this.events = events;
    }

    void read(EngineRecord record, Followed statement, List<ChangeEvent> read) {
        if (statement.schema().isPresent()) {
            read.add(events.schemaChange(record, statement.sql(), statement.canonical(), statement.session()));
            return;
        }
        int first = read.size();
        readParts(record, statement, read);
        addRenames(statement.effects(), read.subList(first, read.size()));
    }

    private void readParts(EngineRecord record, Followed statement, List<ChangeEvent> read) {
        List<TableEffect> effects = statement.effects();
        boolean inParts = effects.stream().anyMatch(effect -> effect.kind() == Kind.DROPPED_WITH_SCHEMA)
                || effects.size() > 1
                        && effects.stream()
                                .allMatch(effect -> effect.kind() == Kind.RENAMED || effect.kind() == Kind.DROPPED);
        if (!inParts) {
            part(record, statement, Part.whole(statement), read);
            return;
        }
        List<Version> open = new ArrayList<>(statement.made());
        List<TableEffect> visible = RenameChains.without(
                effects,
                table -> tables.captures(table) || tables.ghostOf(table).isPresent());
        for (TableEffect effect : visible) {
            Set<TableName> named = named(effect);
            boolean last = effect == visible.get(visible.size() - 1);
            List<Version> made = last
                    ? List.copyOf(open)
                    : open.stream().filter(v -> named.contains(v.name())).toList();
            String sql = sql(effect);
            Part part = new Part(sql, sql, named, List.of(effect), made);
            if (!isOfGhostOnly(part)) {
                open.removeAll(made);
            }
            part(record, statement, part, read);
        }
    }

    /** Adds the renames of the whole statement to its first event: only the statement as a whole shows which keys belong to which table. */
    private void addRenames(List<TableEffect> effects, List<ChangeEvent> parts) {
        List<TableRename> renames = new Lineage(effects)
                .renames().stream()
                        .filter(rename -> tables.captures(rename.from()) && tables.captures(rename.to()))
                        .toList();
        for (int i = 0; i < parts.size() && !renames.isEmpty(); i++) {
            if (parts.get(i) instanceof ChangeEvent.SchemaChange change
                    && !change.ghost().isSubject()) {
                parts.set(i, change.renaming(renames));
                return;
            }
        }
    }

    /**
     * A statement, or the part of it that is about one table.
     *
     * @param canonical the same in its canonical form; null if some of its words are unknown
     * @param named the tables that it is about
     * @param made the versions that begin with it
     */
    private record Part(
            String sql,
            @Nullable String canonical,
            Set<TableName> named,
            List<TableEffect> effects,
            List<Version> made) {

        static Part whole(Followed statement) {
            return new Part(
                    statement.sql(), statement.canonical(), statement.tables(), statement.effects(), statement.made());
        }

        boolean renames() {
            return effects.stream().anyMatch(effect -> effect.kind() == Kind.RENAMED);
        }

        /** Whether it replaces the original table with the one that a tool has made. */
        boolean isCutOver(TableName original) {
            return effects.stream()
                    .anyMatch(effect ->
                            effect.kind() == Kind.RENAMED && effect.table().equals(original));
        }
    }

    /** Whether it is only about a table that a tool has made. A version of the original comes with the part that replaces it. */
    private boolean isOfGhostOnly(Part part) {
        return original(part).filter(original -> !part.isCutOver(original)).isPresent();
    }

    private Optional<TableName> original(Part part) {
        return part.named().stream()
                .flatMap(table -> tables.ghostOf(table).stream())
                .findFirst();
    }

    private void part(EngineRecord record, Followed statement, Part part, List<ChangeEvent> read) {
        Optional<TableName> original = original(part);
        boolean cutOver = original.filter(part::isCutOver).isPresent();
        Optional<TableName> table =
                part.named().stream().filter(tables::captures).findFirst();
        if (original.isPresent() && !cutOver) {
            read.add(events.ghostChange(record, part.sql(), part.canonical(), statement.session(), original.get()));
        } else if (table.isPresent()) {
            List<TableDefinition> definitions = part.made().stream()
                    .filter(version -> tables.captures(version.name()))
                    .map(SchemaChangeReader::definition)
                    .toList();
            boolean moves = part.renames() && !cutOver;
            read.add(events.schemaChange(
                    record, part.sql(), part.canonical(), statement.session(), table.get(), definitions, moves));
        }
    }

    /** The definition of a version. A table that was dropped has no columns. */
    private static TableDefinition definition(Version version) {
        return version.table()
                .map(TrackedTable::definition)
                .orElseGet(() ->
                        TableDefinition.gone(version.name(), version.since().toString()));
    }

    private static Set<TableName> named(TableEffect effect) {
        TableName from = effect.from();
        return from == null
                ? Set.of(effect.table())
                : new LinkedHashSet<>(Stream.of(effect.table(), from).toList());
    }

    private static String sql(TableEffect effect) {
        TableName from = effect.from();
        return from == null
                ? "DROP TABLE IF EXISTS " + Identifiers.quoted(effect.table())
                : "RENAME TABLE " + Identifiers.quoted(from) + " TO " + Identifiers.quoted(effect.table());
    }
}
