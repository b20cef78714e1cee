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
 * @param target the table of the target
 * @param keys the way in which its rows are identified
 * @param columns the rules of its columns
 * @param references the rules by referring column; foreign keys are found automatically, these are added and take precedence
 * @param processor the name of the Java code that is called for each change; absent: the processor that names the table itself
 * @param further the settings for further targets, to which its rows go, too
 */
public record TableConfig(
        boolean skip,
        OnTarget target,
        Keys keys,
        Columns columns,
        Map<String, ReferenceRule> references,
        Optional<String> processor,
        List<TableConfig> further) {

    public static final TableConfig DEFAULT =
            new TableConfig(false, OnTarget.SAME, Keys.DEFAULT, Columns.ALL, Map.of(), Optional.empty(), List.of());

    public static final TableConfig SKIPPED =
            new TableConfig(true, OnTarget.SAME, Keys.DEFAULT, Columns.ALL, Map.of(), Optional.empty(), List.of());

    public TableConfig {
        references = new ByColumn<>(references);
    }

    /**
     * The table of the target to which the rows go.
     *
     * @param name its name; absent: the name in the source
     * @param filter the condition for its rows; absent: all rows
     * @param allowedTriggers the names of its triggers that may act on these rows
     */
    public record OnTarget(Optional<String> name, Optional<Expression> filter, List<String> allowedTriggers) {
        public static final OnTarget SAME = new OnTarget(Optional.empty(), Optional.empty(), List.of());

        /** A table that gets all rows, and on whose rows no trigger may act. */
        public static OnTarget named(String name) {
            return new OnTarget(Optional.of(name), Optional.empty(), List.of());
        }
    }

    /**
     * Says how the rows of a table are identified.
     *
     * @param identity how keys are handled; absent: as the pipeline says
     * @param key the columns that identify its rows, for a table without a primary key
     * @param adopt the columns by which a row that already exists on the target is found; empty: no row is adopted
     */
    public record Keys(Optional<Identity> identity, List<String> key, List<String> adopt) {
        public static final Keys DEFAULT = new Keys(Optional.empty(), List.of(), List.of());
    }

    /**
     * The rules of the columns of a table.
     *
     * @param rules the rules by source column name, in any case
     * @param include the only columns that leave cdc-service; empty: all
     * @param written the only columns that are written to the target; empty: all
     */
    public record Columns(Map<String, ColumnRule> rules, List<String> include, List<String> written) {
        public static final Columns ALL = of(Map.of());

        public Columns {
            rules = new ByColumn<>(rules);
        }

        /** All columns of a table, of which some have rules. */
        public static Columns of(Map<String, ColumnRule> rules) {
            return new Columns(rules, List.of(), List.of());
        }

        private ColumnRule rule(String name) {
            ColumnRule rule = rules.get(name);
            if (rule == null) {
                rule = include.isEmpty() || names(include, name) ? ColumnRule.UNCHANGED : ColumnRule.DROPPED;
            }
            return written.isEmpty() || names(written, name) || rule.isMade() ? rule : rule.unwritten();
        }

        private static boolean names(List<String> columns, String column) {
            return columns.stream().anyMatch(column::equalsIgnoreCase);
        }
    }

    /** Returns the rule of a column. If the file has none, it is the rule that changes nothing. */
    public ColumnRule column(String name) {
        return columns.rule(name);
    }

    /** Returns the settings for each of its targets. The first target assigns the new keys. */
    public List<TableConfig> targets() {
        return Stream.concat(Stream.of(this), further.stream()).toList();
    }

    /** Returns a copy with further targets. */
    TableConfig with(List<TableConfig> others) {
        return new TableConfig(skip, target, keys, columns, references, processor, others);
    }
}
