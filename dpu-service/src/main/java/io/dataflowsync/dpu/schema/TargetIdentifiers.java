package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.mapping.MappingException;
import io.dataflowsync.dpu.mapping.TablesBefore;
import io.dataflowsync.pipeline.catalog.PipelineTables;
import io.dataflowsync.pipeline.config.ColumnRule;
import io.dataflowsync.pipeline.config.Identity;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.TableConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;

/** Translates the source's names into the target's names, by the pipeline file. */
final class TargetIdentifiers {
    private final PipelineConfig config;
    private final String targetSchema;
    private final String defaultSchema;
    private final int place;
    private final Function<String, Optional<TableDefinition>> target;
    private final TablesBefore before;
    private final Set<TableName> made = new HashSet<>();

    /**
     * @param defaultSchema the schema of the source's tables that a statement names without a schema
     * @param place the index of the target, for a table that goes to several; a table with fewer targets uses its first one
     * @param target finds a table of the target by its name: the one with exactly this name, else the only one that differs in case alone
     * @param before the tables of the source before the statement
     */
    TargetIdentifiers(
            PipelineConfig config,
            String targetSchema,
            String defaultSchema,
            int place,
            Function<String, Optional<TableDefinition>> target,
            TablesBefore before) {
        this.config = config;
        this.targetSchema = targetSchema;
        this.defaultSchema = defaultSchema;
        this.place = place;
        this.target = target;
        this.before = before;
    }

    TablesBefore before() {
        return before;
    }

    String targetSchema() {
        return targetSchema;
    }

    /** The other tables of the source whose rows are in the same target table as those of this one. */
    Set<TableName> sharing(TableName source) {
        return before.sharing(source, table(source));
    }

    /** The source's table that a part of a statement names, {@code `shop`.orders}. */
    TableName source(ParserRuleContext reference) {
        String[] parts = Identifier.parts(reference);
        return parts.length == 1 ? new TableName(defaultSchema, parts[0]) : new TableName(parts[0], parts[1]);
    }

    boolean isCaptured(TableName table) {
        return PipelineTables.captures(config, table);
    }

    /** Notes that the statement gives a table this name. The target then uses exactly this name, even if a table has it in another case. */
    void make(TableName table) {
        made.add(table);
    }

    /** The target's table, without its schema, as the target spells it. */
    String table(TableName source) {
        return made.contains(source)
                ? configured(source)
                : target(source).map(table -> table.name().table()).orElseGet(() -> configured(source));
    }

    /** The target's table as it is now. */
    Optional<TableDefinition> target(TableName source) {
        try {
            return target.apply(configured(source));
        } catch (MappingException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        }
    }

    private String configured(TableName source) {
        return config(source).target().name().orElse(source.table());
    }

    /** Whether both are the same table on the target. */
    boolean areOne(TableName source, TableName other) {
        return configured(source).equals(configured(other));
    }

    String quotedTable(TableName source) {
        return Identifiers.quoted(new TableName(targetSchema, table(source)));
    }

    boolean drops(TableName table, String column) {
        return !rule(table, column).isWritten();
    }

    /** The target's name of a column. */
    String column(TableName table, String column) {
        return rule(table, column).targetName(column);
    }

    /** The target's names of the columns of a table; columns that are not captured are left out. */
    List<String> columns(TableDefinition table) {
        List<String> columns = new ArrayList<>();
        for (ColumnDefinition column : table.columns()) {
            String source = inSource(table.name(), column.name());
            if (!drops(table.name(), source)) {
                columns.add(column(table.name(), source));
            }
        }
        return columns;
    }

    /** The name on the topic of a column of the source. */
    String onTopic(TableName table, String column) {
        return config(table).column(column).onTopic().as().orElse(column);
    }

    /** The target's name of a column on the topic. */
    String columnOnTarget(TableName table, String onTopic) {
        return column(table, inSource(table, onTopic));
    }

    private String inSource(TableName table, String onTopic) {
        return config(table).columns().rules().entrySet().stream()
                .filter(column ->
                        column.getValue().onTopic().as().filter(onTopic::equals).isPresent())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(onTopic);
    }

    String quotedColumn(TableName table, String column) {
        return Identifiers.quoted(column(table, column));
    }

    /** A name as an SQL literal, for a query on the catalogue. */
    static String text(String name) {
        return "'" + name.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** Whether the values of a column differ between target and source, so that its type may differ, too. */
    boolean changesValues(TableName table, String column) {
        return rule(table, column).changesValues();
    }

    /** Whether the target's values of a column are computed from other values. */
    boolean isMade(TableName table, String column) {
        return rule(table, column).isMade();
    }

    /** The number of tables of the target to which its rows go. */
    int targets(TableName table) {
        return config.table(table.table()).targets().size();
    }

    TableConfig config(TableName table) {
        List<TableConfig> targets = config.table(table.table()).targets();
        return targets.get(place < targets.size() ? place : 0);
    }

    Identity identity(TableName source) {
        return config(source).keys().identity().orElse(config.rules().identity());
    }

    /** The rule of a column; a statement may write its name in another case than the pipeline file. */
    private ColumnRule rule(TableName table, String column) {
        TableConfig of = config(table);
        return Stream.of(
                        of.columns().rules().keySet(),
                        of.columns().include(),
                        of.columns().written())
                .flatMap(Collection::stream)
                .filter(column::equalsIgnoreCase)
                .findFirst()
                .map(of::column)
                .orElseGet(() -> of.column(column));
    }
}
