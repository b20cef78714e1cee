package io.dataflowsync.cdc.definition;

import java.util.List;

/** Makes the columns of a primary key NOT NULL, whatever their definition says. */
final class PrimaryKeyRules {
    private PrimaryKeyRules() {}

    static List<SourceColumn> notNull(List<SourceColumn> columns, List<SourceKey> keys) {
        List<String> names = keys.stream()
                .filter(SourceKey::isPrimary)
                .flatMap(key -> key.columns().stream())
                .toList();
        return columns.stream()
                .map(column -> names.contains(column.name()) ? column.notNull() : column)
                .toList();
    }
}
