package io.dataflowsync.cdc.definition;

import io.dataflowsync.cdc.definition.SourceKey.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Changes the keys of a table that is altered. */
final class KeyChanges {
    private final SourceTable table;
    private final AlterTableParts alteration;
    private final Map<String, String> newNames;

    /** @param newNames the new names of columns */
    KeyChanges(SourceTable table, AlterTableParts alteration, Map<String, String> newNames) {
        this.table = table;
        this.alteration = alteration;
        this.newNames = newNames;
    }

    List<SourceKey> keys(List<SourceColumn> columns) {
        requireKeys(alteration.droppedKeys);
        requireKeys(alteration.renamedKeys.keySet());
        List<KeyClause> keys = new ArrayList<>();
        for (SourceKey key : table.keys()) {
            List<Part> parts = parts(key);
            boolean dropped = alteration.droppedKeys.stream().anyMatch(key::isNamed);
            if (!dropped && !parts.isEmpty()) {
                keys.add(KeyClause.of(key.over(parts).named(newName(key))));
            }
        }
        keys.addAll(alteration.elements.keys());
        return KeyRules.resolve(keys, columns);
    }

    /** The parts of a key without the dropped columns. */
    private List<Part> parts(SourceKey key) {
        return key.parts().stream()
                .filter(part -> alteration.droppedColumns.stream().noneMatch(part.column()::equalsIgnoreCase))
                .map(part -> new Part(
                        Objects.requireNonNullElse(newNames.get(ColumnNames.key(part.column())), part.column()),
                        part.length()))
                .toList();
    }

    private String newName(SourceKey key) {
        return Objects.requireNonNullElse(alteration.renamedKeys.get(ColumnNames.key(key.name())), key.name());
    }

    private void requireKeys(Iterable<String> names) {
        for (String name : names) {
            if (table.keys().stream().noneMatch(key -> key.isNamed(name))) {
                throw new UnclearException("the table " + table.name() + " has no key " + name);
            }
        }
    }
}
