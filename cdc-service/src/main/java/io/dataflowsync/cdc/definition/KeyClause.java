package io.dataflowsync.cdc.definition;

import io.dataflowsync.cdc.definition.SourceKey.Origin;
import io.dataflowsync.cdc.definition.SourceKey.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key as a statement defines it, or one that the table has.
 *
 * @param name null if the server chooses it
 */
record KeyClause(@Nullable String name, boolean unique, List<Part> parts, Origin origin) {
    static KeyClause primary(List<Part> parts) {
        return new KeyClause(SourceKey.PRIMARY, true, parts, Origin.STATEMENT);
    }

    static KeyClause unique(@Nullable String name, List<Part> parts) {
        return new KeyClause(name, true, parts, Origin.STATEMENT);
    }

    static KeyClause plain(@Nullable String name, List<Part> parts) {
        return new KeyClause(name, false, parts, Origin.STATEMENT);
    }

    static KeyClause of(SourceKey key) {
        return new KeyClause(key.name(), key.unique(), key.parts(), key.origin());
    }

    /** The key that the server makes for a foreign key, unless another serves it. */
    static KeyClause ofForeignKey(ForeignKeyClause reference) {
        String name = reference.symbol() != null ? reference.symbol() : reference.indexName();
        List<Part> parts =
                reference.columns().stream().map(column -> new Part(column, 0)).toList();
        return new KeyClause(name, false, parts, Origin.FOREIGN_KEY);
    }

    SourceKey named(String chosen) {
        return new SourceKey(chosen, unique, parts, origin);
    }
}
