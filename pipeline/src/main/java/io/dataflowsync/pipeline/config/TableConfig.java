package io.dataflowsync.pipeline.config;

import io.dataflowsync.pipeline.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says how a source table is handled.
 *
 * @param skip whether it is not captured
 * @param target its name on the target; absent: its name in the source
 * @param identity absent: the pipeline's
 * @param key the columns that identify its rows, for a table without a primary key
 * @param columns the rules by source column name, in any case
 * @param references the rules by referring column; foreign keys are found automatically, these are added and take precedence
 * @param adopt the columns by which a row that already exists on the target is found; empty: no row is adopted
 * @param include the only columns that leave cdc-service; empty: all
 * @param written the only columns that are written to the target; empty: all
 * @param filter the condition for the rows of the target; absent: all rows
 * @param processor the name of the Java code that is called for each change; absent: the processor that names the table itself
 * @param allowedTriggers the names of the target's triggers that may act on its rows
 * @param further the settings for further targets, to which its rows go, too
 */
public record TableConfig(
        boolean skip,
        Optional<String> target,
        Optional<Identity> identity,
        List<String> key,
        Map<String, ColumnRule> columns,
        Map<String, ReferenceRule> references,
        List<String> adopt,
        List<String> include,
        List<String> written,
        Optional<Expression> filter,
        Optional<String> processor,
        List<String> allowedTriggers,
        List<TableConfig> further) {

    public static final TableConfig DEFAULT =
            new TableConfig(false, Optional.empty(), Optional.empty(), List.of(), Map.of(), Map.of());

    static final TableConfig SKIPPED =
            new TableConfig(true, Optional.empty(), Optional.empty(), List.of(), Map.of(), Map.of());

    public TableConfig {
        columns = new ByColumn<>(columns);
        references = new ByColumn<>(references);
    }

    /** A table with one target that has all rows. */
    public TableConfig(
            boolean skip,
            Optional<String> target,
            Optional<Identity> identity,
            List<String> key,
            Map<String, ColumnRule> columns,
            Map<String, ReferenceRule> references) {
        this(
                skip,
                target,
                identity,
                key,
                columns,
                references,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** A table on whose rows no trigger of the target may act. */
    public TableConfig(
            boolean skip,
            Optional<String> target,
            Optional<Identity> identity,
            List<String> key,
            Map<String, ColumnRule> columns,
            Map<String, ReferenceRule> references,
            List<String> adopt,
            List<String> include,
            List<String> written,
            Optional<Expression> filter,
            Optional<String> processor,
            List<TableConfig> further) {
        this(
                skip,
                target,
                identity,
                key,
                columns,
                references,
                adopt,
                include,
                written,
                filter,
                processor,
                List.of(),
                further);
    }

    /** Returns the rule of a column. If the file has none, it is the rule that changes nothing. */
    public ColumnRule column(String name) {
        ColumnRule rule = columns.get(name);
        if (rule == null) {
            rule = include.isEmpty() || names(include, name) ? ColumnRule.UNCHANGED : ColumnRule.DROPPED;
        }
        return written.isEmpty() || names(written, name) || rule.isMade() ? rule : rule.unwritten();
    }

    private static boolean names(List<String> columns, String column) {
        return columns.stream().anyMatch(column::equalsIgnoreCase);
    }

    /** Returns the settings for each of its targets. The first target assigns the new keys. */
    public List<TableConfig> targets() {
        return Stream.concat(Stream.of(this), further.stream()).toList();
    }

    /** Returns a copy with further targets. */
    TableConfig with(List<TableConfig> others) {
        return new TableConfig(
                skip,
                target,
                identity,
                key,
                columns,
                references,
                adopt,
                include,
                written,
                filter,
                processor,
                allowedTriggers,
                others);
    }
}
