package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.definition.SourceColumn;
import io.dataflowsync.cdc.definition.SourceTable;
import io.dataflowsync.contract.catalog.Identifiers;
import io.dataflowsync.contract.table.TableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the engine is given in place of a statement of the source.
 *
 * <p>The engine's own parser does not read all that a 5.7 server takes, and reads some of it otherwise than the server. So it never sees
 * a statement that changes tables: it is told to forget each table that the statement changed, and what that table is now, in the few
 * words that it surely reads: names, types, character sets, nullability and the primary key.
 */
public final class EngineStatement {
    /** A statement that the engine leaves unparsed. */
    public static final String PASSED = "SAVEPOINT passed";

    private EngineStatement() {}

    /** Makes the engine's tables what these are; one that is empty is gone. */
    static String of(List<DefinitionHistory.Version> versions) {
        return versions.stream()
                .map(version -> drop(version.name())
                        + version.table()
                                .map(TrackedTable::table)
                                .map(table -> "; " + create(table))
                                .orElse(""))
                .collect(Collectors.joining("; "));
    }

    /** Changes nothing, and comes with a record: each column of a table that the engine is told of names its own character set. */
    static String ofSchema(String schema) {
        return ofSchema(schema, "utf8mb4");
    }

    /** Tells the engine the character set of the tables that name none. */
    static String ofSchema(String schema, String charset) {
        return "ALTER DATABASE " + Identifiers.quoted(schema) + " CHARACTER SET " + charset;
    }

    static String truncate(TableName table) {
        return "TRUNCATE TABLE " + Identifiers.quoted(table);
    }

    private static String drop(TableName table) {
        return "DROP TABLE IF EXISTS " + Identifiers.quoted(table);
    }

    static String create(SourceTable table) {
        String columns = table.columns().stream().map(EngineStatement::column).collect(Collectors.joining(", "));
        String key = table.primaryKey().isEmpty()
                ? ""
                : table.primaryKey().stream()
                        .map(Identifiers::quoted)
                        .collect(Collectors.joining(", ", ", PRIMARY KEY (", ")"));
        return "CREATE TABLE " + Identifiers.quoted(table.name()) + " (" + columns + key + ")"
                + charset(table.defaultCollation())
                        .map(set -> " DEFAULT CHARSET=" + set)
                        .orElse("");
    }

    private static String column(SourceColumn column) {
        return Identifiers.quoted(column.name()) + " " + column.type()
                + charset(column.collation())
                        .map(set -> " CHARACTER SET " + set)
                        .orElse("")
                + (column.nullable() ? " NULL" : " NOT NULL");
    }

    /** The character set of a collation; empty where that is, since the column is no text. */
    static Optional<String> charset(String collation) {
        int end = collation.indexOf('_');
        return collation.isEmpty() ? Optional.empty() : Optional.of(end < 0 ? collation : collation.substring(0, end));
    }
}
