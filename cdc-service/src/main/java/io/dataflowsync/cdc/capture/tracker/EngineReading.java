package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.capture.engine.EngineParser;
import io.dataflowsync.cdc.definition.KnownDefinitions;
import io.dataflowsync.cdc.definition.SourceColumn;
import io.dataflowsync.cdc.definition.SourceTable;
import io.dataflowsync.cdc.definition.TableEffect;
import io.dataflowsync.contract.table.TableName;
import io.debezium.relational.Column;
import io.debezium.relational.Table;
import io.debezium.relational.TableId;
import io.debezium.relational.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the engine's reading of a statement with ours: a second opinion if the server cannot be asked. */
final class EngineReading {
    /** The type names that the engine keeps as they were written, with the names that the server uses. */
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("integer", "int"),
            Map.entry("int1", "tinyint"),
            Map.entry("int2", "smallint"),
            Map.entry("int3", "mediumint"),
            Map.entry("middleint", "mediumint"),
            Map.entry("int4", "int"),
            Map.entry("int8", "bigint"),
            Map.entry("serial", "bigint"),
            Map.entry("bool", "tinyint"),
            Map.entry("boolean", "tinyint"),
            Map.entry("dec", "decimal"),
            Map.entry("numeric", "decimal"),
            Map.entry("fixed", "decimal"),
            Map.entry("real", "double"),
            Map.entry("float4", "float"),
            Map.entry("float8", "double"),
            Map.entry("character", "char"));

    /**
     * Finds the differences between the engine's reading of the statement and ours.
     *
     * @param open the tables that nothing proves yet
     * @param after the tables after the statement, as we read it
     * @return both readings, one after the other; empty if they agree
     */
    String differs(KnownDefinitions before, Attempt attempt, Set<TableName> open, KnownDefinitions after) {
        if (attempt.reading().isEmpty()) {
            return "the statement cannot be read (" + attempt.why()
                    + "), and a later one changes its tables or what they refer to, so that the server cannot be asked what they were";
        }
        List<String> unknown = attempt.effects().stream()
                .filter(effect -> effect.kind() != TableEffect.Kind.DROPPED
                        && effect.kind() != TableEffect.Kind.DROPPED_WITH_SCHEMA)
                .map(TableEffect::table)
                .filter(table -> open.contains(table)
                        && after.table(table).isEmpty()
                        && attempt.effects().stream().noneMatch(later -> table.equals(later.from())))
                .map(table -> "what " + table + " was before is not known")
                .toList();
        if (!unknown.isEmpty()) {
            return String.join("; ", unknown);
        }
        List<String> known = new ArrayList<>();
        before.collationBySchema()
                .forEach((schema, collation) -> known.add(EngineStatement.ofSchema(schema, charset(collation))));
        before.tables().values().stream()
                .filter(table -> open.contains(table.name()) || isNamed(table.name(), attempt.sql()))
                .forEach(table -> known.add(EngineStatement.create(table)));
        Tables tables;
        try {
            tables = EngineParser.parse(known, attempt.session().schema(), attempt.sql());
        } catch (RuntimeException e) {
            return "the engine cannot read it (" + e.getMessage() + "); read by us: " + ours(open, after);
        }
        List<String> differing = open.stream()
                .filter(table -> !theirs(table, tables).equals(ours(table, after)))
                .map(table -> table + ": read by us (" + ours(table, after) + "), by the engine ("
                        + theirs(table, tables) + ")")
                .toList();
        return String.join("; ", differing);
    }

    /** Whether a statement may name that table: the definition of one table may come from another. */
    private static boolean isNamed(TableName table, String sql) {
        String text = sql.toLowerCase(Locale.ROOT);
        String name = table.table().toLowerCase(Locale.ROOT);
        return text.contains(name)
                || text.contains(name.replace("`", "``"))
                || text.contains(name.replace("\"", "\"\""));
    }

    private static String ours(Set<TableName> open, KnownDefinitions after) {
        return open.stream()
                .map(table -> table + " (" + ours(table, after) + ")")
                .collect(Collectors.joining("; "));
    }

    private static String ours(TableName name, KnownDefinitions after) {
        return after.table(name).map(EngineReading::columns).orElse("no such table");
    }

    static String columns(SourceTable table) {
        return table.columns().stream()
                .map(column -> text(column.name(), baseType(column), charset(column.collation())))
                .collect(Collectors.joining(", "));
    }

    private static String baseType(SourceColumn column) {
        return column.type().split("[ (]", 2)[0];
    }

    private static String charset(String collation) {
        return EngineStatement.charset(collation).orElse("");
    }

    private static String theirs(TableName name, Tables tables) {
        Table table = tables.forTable(new TableId(name.schema(), null, name.table()));
        return table == null ? "no such table" : columns(table);
    }

    static String columns(Table table) {
        return table.columns().stream().map(EngineReading::theirs).collect(Collectors.joining(", "));
    }

    private static String theirs(Column column) {
        String word = column.typeName().toLowerCase(Locale.ROOT).split(" ", 2)[0];
        String type = SYNONYMS.getOrDefault(word, word);
        return text(column.name(), type, isText(type) ? column.charsetName() : "");
    }

    private static boolean isText(String type) {
        return type.endsWith("char") || type.endsWith("text") || type.equals("enum") || type.equals("set");
    }

    private static String text(String name, String type, @Nullable String charset) {
        return name + " " + type + (charset == null || charset.isEmpty() ? "" : " " + charset);
    }
}
