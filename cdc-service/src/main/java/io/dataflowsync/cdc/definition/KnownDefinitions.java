package io.dataflowsync.cdc.definition;

import io.dataflowsync.contract.table.TableName;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tables that are known at one place in the binlog, and the default collation of each schema that is known. Immutable. */
public final class KnownDefinitions {
    private static final KnownDefinitions NONE = new KnownDefinitions(Map.of(), Map.of());

    private final Map<TableName, SourceTable> tables;
    private final Map<String, String> collationBySchema;

    private KnownDefinitions(Map<TableName, SourceTable> tables, Map<String, String> collationBySchema) {
        this.tables = tables;
        this.collationBySchema = collationBySchema;
    }

    /** No table and no schema. */
    public static KnownDefinitions none() {
        return NONE;
    }

    /**
     * Definitions of these tables.
     *
     * @param collationBySchema the default collation of each schema
     */
    public static KnownDefinitions of(Collection<SourceTable> tables, Map<String, String> collationBySchema) {
        Map<TableName, SourceTable> byName = new TreeMap<>();
        tables.forEach(table -> byName.put(table.name(), table));
        return new KnownDefinitions(byName, Map.copyOf(collationBySchema));
    }

    public Optional<SourceTable> table(TableName name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** All tables by name. */
    public Map<TableName, SourceTable> tables() {
        return Collections.unmodifiableMap(tables);
    }

    /** The default collation of the tables of a schema. */
    public Optional<String> collation(String schema) {
        return Optional.ofNullable(collationBySchema.get(schema));
    }

    /** The default collation of each schema that is known. */
    public Map<String, String> collationBySchema() {
        return collationBySchema;
    }

    /** The same with that table, in place of the one of its name. */
    public KnownDefinitions with(SourceTable table) {
        Map<TableName, SourceTable> changed = new TreeMap<>(tables);
        changed.put(table.name(), table);
        return new KnownDefinitions(changed, collationBySchema);
    }

    /** The same without the table of that name. */
    public KnownDefinitions without(TableName name) {
        Map<TableName, SourceTable> changed = new TreeMap<>(tables);
        changed.remove(name);
        return new KnownDefinitions(changed, collationBySchema);
    }

    /** The same with that default collation of a schema. */
    public KnownDefinitions withSchema(String schema, String collation) {
        Map<String, String> changed = new HashMap<>(collationBySchema);
        changed.put(schema, collation);
        return new KnownDefinitions(tables, Map.copyOf(changed));
    }

    /** The same without a schema and its tables. */
    public KnownDefinitions withoutSchema(String schema) {
        Map<TableName, SourceTable> left = new TreeMap<>(tables);
        left.keySet().removeIf(name -> name.schema().equals(schema));
        Map<String, String> collations = new HashMap<>(collationBySchema);
        collations.remove(schema);
        return new KnownDefinitions(left, Map.copyOf(collations));
    }
}
