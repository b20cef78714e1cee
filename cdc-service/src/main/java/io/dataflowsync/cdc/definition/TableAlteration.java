package io.dataflowsync.cdc.definition;

import io.dataflowsync.cdc.definition.TableEffect.Kind;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Changes a table by the parts of an ALTER TABLE, in the server's order. */
final class TableAlteration {
    private final Clauses clauses;
    private final Workspace workspace;
    private final TableName name;
    private final AlterTableParts alteration;

    TableAlteration(Clauses clauses, Workspace workspace, TableName name, AlterTableParts alteration) {
        this.clauses = clauses;
        this.workspace = workspace;
        this.name = name;
        this.alteration = alteration;
    }

    void apply() {
        Map<String, String> columnNames = Map.of();
        Optional<SourceTable> before = workspace.table(name);
        try {
            List<ColumnSlot> slots = before.map(table -> new ColumnPlacing(table, alteration).slots())
                    .orElse(List.of());
            columnNames = columnNames(slots);
            requireClear();
            before.ifPresent(table -> workspace.replace(changed(table, slots)));
            workspace.parentChanged(name, name, newNames());
            addEffects(columnNames);
            if (!alteration.likely.isEmpty()) {
                workspace.setLikely(alteration.likely);
            }
        } catch (UnclearException e) {
            throw renamed(columnNames).map(e::with).orElse(e);
        }
    }

    private Optional<TableEffect> renamed(Map<String, String> columnNames) {
        return Optional.ofNullable(alteration.newName)
                .filter(newName -> !newName.equals(name))
                .map(newName -> new TableEffect(newName, Kind.RENAMED, name, columnNames, null));
    }

    private void addEffects(Map<String, String> columnNames) {
        TableName newName = alteration.newName;
        Optional<TableEffect> renamed = renamed(columnNames);
        if (newName == null || renamed.isEmpty()) {
            workspace.add(new TableEffect(name, Kind.ALTERED, null, columnNames, null));
        } else {
            workspace.rename(name, newName);
            workspace.add(renamed.get());
        }
        if (alteration.exchanged != null) {
            workspace.add(Kind.ALTERED, alteration.exchanged);
        }
    }

    /** Requires a certain outcome: some outcomes depend on how the server runs the statement, which the statement does not show. */
    private void requireClear() {
        boolean renamedWithMore = alteration.newName != null && alteration.parts > 1;
        List<ForeignKey> own =
                workspace.table(name).map(SourceTable::foreignKeys).orElse(List.of());
        boolean named = ForeignKeyRules.areNamedAfter(name, own)
                || !alteration.elements.foreignKeys().isEmpty();
        if (renamedWithMore && (named || workspace.isParent(name))) {
            throw new UnclearException("it is not certain that foreign keys follow a new name of " + name
                    + " when the same statement changes more");
        }
        boolean unchecked = clauses.session.unchecked().foreignKeys();
        if (unchecked && alteration.elements.foreignKeys().stream().anyMatch(key -> key.indexName() != null)) {
            throw new UnclearException("it is not certain how the server names a foreign key with an index name");
        }
    }

    private SourceTable changed(SourceTable table, List<ColumnSlot> slots) {
        String collation = collation(table);
        List<SourceColumn> columns = clauses.columnRules.resolve(slots, collation, alteration.converted);
        List<SourceKey> keys = new KeyChanges(table, alteration, newNames()).keys(columns);
        String engine = Objects.requireNonNullElse(alteration.options.engine(), table.engine());
        return new SourceTable(
                name,
                PrimaryKeyRules.notNull(columns, keys),
                keys,
                foreignKeys(table, columns, engine),
                collation,
                engine);
    }

    private String collation(SourceTable table) {
        return switch (alteration.options.charset()) {
            case UNSAID -> table.defaultCollation();
            case NAMED -> Objects.requireNonNull(alteration.options.collation());
            case OF_SCHEMA ->
                workspace
                        .tables()
                        .collation(name.schema())
                        .orElseThrow(() ->
                                new UnclearException("the collation of the schema " + name.schema() + " is not known"));
        };
    }

    private List<ForeignKey> foreignKeys(SourceTable table, List<SourceColumn> columns, String engine) {
        List<ForeignKey> kept = new ArrayList<>(table.foreignKeys());
        for (String dropped : alteration.droppedForeignKeys) {
            if (!kept.removeIf(key -> key.name().equalsIgnoreCase(dropped))) {
                throw new UnclearException("the table " + name + " has no foreign key " + dropped);
            }
        }
        List<ForeignKey> keys = new ArrayList<>(ForeignKeyRules.withColumns(kept, newNames()));
        if (engine.equals("innodb")) {
            keys.addAll(ForeignKeyRules.resolve(name, made(), table.foreignKeys(), columns, workspace.tables()));
        }
        return keys;
    }

    /**
     * The foreign keys that InnoDB makes. If the server copies the table, InnoDB finds them in the text itself; else the server passes
     * them to it. With the checks on, the server copies for each new foreign key; in other cases the statement does not show what it did.
     */
    private List<ForeignKeyClause> made() {
        TableElements elements = alteration.elements;
        ForeignKeyText text = clauses.foreignKeyText(name.schema());
        boolean sameDropped = ColumnNames.keys(text.dropped()).equals(ColumnNames.keys(alteration.droppedForeignKeys));
        boolean sameNumbers = text.isAlter() || elements.foreignKeys().stream().allMatch(key -> key.symbol() != null);
        if (sameDropped && sameNumbers && elements.hasAll(text.added())) {
            return elements.foreignKeys();
        }
        boolean copied = !elements.foreignKeys().isEmpty()
                && !clauses.session.unchecked().foreignKeys();
        if (!copied || !sameDropped || !sameNumbers) {
            throw new UnclearException(
                    "it is not certain which foreign keys of " + name + " InnoDB has found in the statement");
        }
        elements.writeInstead(text.added(), alteration.inParentheses ? ", " : ", ADD ", clauses.tokens.canonical());
        return text.added();
    }

    private Map<String, String> newNames() {
        Map<String, String> names = new HashMap<>();
        for (AlterTableParts.ColumnChange change : alteration.columns) {
            if (change.before() != null) {
                names.put(ColumnNames.key(change.before()), change.clause().name());
            }
        }
        return names;
    }

    private static Map<String, String> columnNames(List<ColumnSlot> slots) {
        Map<String, String> names = new HashMap<>();
        for (ColumnSlot slot : slots) {
            if (slot.before() != null) {
                names.put(slot.before().name(), slot.name());
            }
        }
        return names;
    }
}
