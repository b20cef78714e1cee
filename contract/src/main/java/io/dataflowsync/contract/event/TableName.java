package io.dataflowsync.contract.event;

/** A table of the source, by its schema and its own name, both as the server spells them. */
public record TableName(String schema, String table) implements Comparable<TableName> {

    /** The two names joined by a dot, for logs and as a stored name; not quoted, so not for SQL. */
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
