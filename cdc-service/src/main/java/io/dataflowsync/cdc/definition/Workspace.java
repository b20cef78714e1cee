package io.dataflowsync.cdc.definition;

import io.dataflowsync.cdc.definition.TableEffect.Kind;
import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the tables while a statement changes them, and its effects so far. */
final class Workspace {
    private final List<TableEffect> effects = new ArrayList<>();
    private KnownDefinitions tables;
    private String likely = "";

    Workspace(KnownDefinitions before) {
        this.tables = before;
    }

    Reading reading(String canonical) {
        return new Reading(tables, effects, canonical, likely);
    }

    /** Notes why the result is only likely: the statement alone does not prove it. */
    void setLikely(String why) {
        likely = why;
    }

    KnownDefinitions tables() {
        return tables;
    }

    Optional<SourceTable> table(TableName name) {
        return tables.table(name);
    }

    /** A column, as it is now, of the table that the statement made or changed. */
    Optional<SourceColumn> changedColumn(String name) {
        return effects.stream()
                .flatMap(effect -> tables.table(effect.table()).stream())
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.isNamed(name))
                .findFirst();
    }

    /** Makes a table that is not there yet. */
    void create(SourceTable table) {
        create(table, TableEffect.of(Kind.CREATED, table.name()));
    }

    void createLike(SourceTable table, TableName model) {
        create(table, TableEffect.createdLike(table.name(), model));
    }

    private void create(SourceTable table, TableEffect effect) {
        requireNew(table.name());
        tables = tables.with(table);
        add(effect);
    }

    /** Puts the table in place of the one of its name. */
    void replace(SourceTable table) {
        tables = tables.with(table);
    }

    void drop(TableName name) {
        tables = tables.without(name);
        add(Kind.DROPPED, name);
    }

    void dropSchema(String schema) {
        tables.tables().keySet().stream()
                .filter(name -> name.schema().equals(schema))
                .forEach(name -> add(Kind.DROPPED_WITH_SCHEMA, name));
        tables = tables.withoutSchema(schema);
    }

    void setSchema(String schema, String collation) {
        tables = tables.withSchema(schema, collation);
    }

    /** Gives a table another name, and changes the foreign keys that refer to it. */
    void rename(TableName from, TableName to) {
        if (!from.equals(to)) {
            requireNew(to);
        }
        Optional<SourceTable> table = tables.table(from);
        if (table.isPresent()) {
            SourceTable old = table.get();
            tables = tables.without(from)
                    .with(old.named(to).withForeignKeys(ForeignKeyRules.ofRenamedTable(old.foreignKeys(), from, to)));
        }
        parentChanged(from, to, Map.of());
    }

    /** Changes all foreign keys that refer to a parent whose name, or whose columns' names, have changed. */
    void parentChanged(TableName from, TableName to, Map<String, String> newNames) {
        for (SourceTable child : List.copyOf(tables.tables().values())) {
            if (isChild(child, from)) {
                tables = tables.with(
                        child.withForeignKeys(ForeignKeyRules.withParent(child.foreignKeys(), from, to, newNames)));
            }
        }
    }

    /** Whether a foreign key refers to the table. */
    boolean isParent(TableName name) {
        return tables.tables().values().stream().anyMatch(table -> isChild(table, name));
    }

    private static boolean isChild(SourceTable table, TableName parent) {
        return table.foreignKeys().stream().anyMatch(key -> key.parent().equals(parent));
    }

    void add(TableEffect effect) {
        effects.add(effect);
    }

    void add(Kind kind, TableName table) {
        effects.add(TableEffect.of(kind, table));
    }

    private void requireNew(TableName name) {
        if (tables.table(name).isPresent()) {
            throw new UnclearException("the table " + name + " is there already");
        }
    }
}
