package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.definition.SourceColumn;
import io.dataflowsync.cdc.definition.SourceTable;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes the statements that the engine gets in place of a statement of the source.
 *
 * <p>The engine's own parser cannot read all that a 5.7 server accepts, and reads some of it differently from the server. So it never
 * sees a statement that changes tables. Instead it gets a DROP and a CREATE of each table that the statement changed, in the few words
 * that it reads without doubt: names, types, character sets, nullability and the primary key.
 */
public final class EngineStatement {
    /** A statement that the engine leaves unparsed. */
    public static final String PASSED = "SAVEPOINT passed";

    private EngineStatement() {}

    /** Gives the engine these versions of its tables; an empty version drops the table. */
    static String of(List<DefinitionHistory.Version> versions) {
        return versions.stream()
                .map(version -> drop(version.name())
                        + version.table()
                                .map(TrackedTable::table)
                                .map(table -> "; " + create(table))
                                .orElse(""))
                .collect(Collectors.joining("; "));
    }

    /**
     * A statement that changes nothing and yields a record. It has no effect on columns, because each of them names its own character
     * set.
     */
    static String ofSchema(String schema) {
        return ofSchema(schema, "utf8mb4");
    }

    /** A statement that gives the engine the character set of the tables that name none. */
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

    /** The character set of a collation; empty if the collation is, because the column is no text. */
    static Optional<String> charset(String collation) {
        int end = collation.indexOf('_');
        return collation.isEmpty() ? Optional.empty() : Optional.of(end < 0 ? collation : collation.substring(0, end));
    }
}
