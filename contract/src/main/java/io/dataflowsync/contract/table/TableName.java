package io.dataflowsync.contract.table;

/** A table of the source: its schema and its name, both as the server spells them. */
public record TableName(String schema, String table) implements Comparable<TableName> {

    /** Parses a table's name: {@code schema.table}, or {@code table} for a table of this schema. */
    public static TableName named(String name, String schema) {
        int dot = name.indexOf('.');
        return dot < 0 ? new TableName(schema, name) : new TableName(name.substring(0, dot), name.substring(dot + 1));
    }

    /** Returns the two names joined by a dot, for logs and as a stored name. They are not quoted, so this is not for SQL. */
    @Override
    public String toString() {
        return schema + "." + table;
    }

    @Override
    public int compareTo(TableName other) {
        int bySchema = schema.compareTo(other.schema);
        return bySchema != 0 ? bySchema : table.compareTo(other.table);
    }
}
