package io.dataflowsync.cdc.definition;

import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the names of tables and schemas, and remembers which tables a statement is about. */
final class TableNameReader {
    private static final int LOWER_CASE = 1;
    private static final int ANY_CASE = 2;

    private final Tokens tokens;
    private final String defaultSchema;
    private final int lowerCaseTableNames;
    private final KnownDefinitions before;
    private final List<TableName> mentioned = new ArrayList<>();

    /** @param lowerCaseTableNames the server's variable */
    TableNameReader(Tokens tokens, String defaultSchema, int lowerCaseTableNames, KnownDefinitions before) {
        this.tokens = tokens;
        this.defaultSchema = defaultSchema;
        this.lowerCaseTableNames = lowerCaseTableNames;
        this.before = before;
    }

    /** Reads a table's name. With only a dot before it, or without a schema, it is in the session's schema. */
    TableName read() {
        TableName name = readName(defaultSchema);
        mentioned.add(name);
        return name;
    }

    /** Reads the parent of a foreign key. Without a schema, it is in the schema of the child. */
    TableName readParent(String schema) {
        return readName(schema);
    }

    /** Reads a name, and writes it in full into the canonical form, as the server keeps it. */
    private TableName readName(String schema) {
        int from = tokens.canonical().size();
        TableName name = readParts(schema);
        tokens.canonical().replace(from, Identifiers.quoted(name));
        return name;
    }

    private TableName readParts(String schema) {
        if (tokens.acceptSymbol('.')) {
            return known(defaultSchema, tokens.name());
        }
        String first = tokens.name();
        return tokens.acceptSymbol('.') ? known(first, tokens.name()) : known(schema, first);
    }

    String readSchema() {
        int from = tokens.canonical().size();
        String schema = schema(tokens.name());
        tokens.canonical().replace(from, Identifiers.quoted(schema));
        return schema;
    }

    /** The session's schema. */
    String defaultSchema() {
        return schema(defaultSchema);
    }

    /** The tables that were read so far. */
    List<TableName> mentioned() {
        return mentioned;
    }

    private String schema(String name) {
        if (name.isEmpty()) {
            throw new UnclearException("the session has no schema");
        }
        return lowerCaseTableNames == LOWER_CASE ? name.toLowerCase(Locale.ROOT) : name;
    }

    /** The name of a table as the server keeps it, from the schema and the name as they are written. */
    TableName known(String schema, String table) {
        TableName name = new TableName(schema(schema), table);
        if (lowerCaseTableNames == LOWER_CASE) {
            return new TableName(name.schema(), table.toLowerCase(Locale.ROOT));
        }
        if (lowerCaseTableNames == ANY_CASE) {
            return before.tables().keySet().stream()
                    .filter(other -> other.toString().equalsIgnoreCase(name.toString()))
                    .findFirst()
                    .orElse(name);
        }
        return name;
    }
}
