package io.dataflowsync.contract.config;

import io.dataflowsync.contract.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What becomes of a source table.
 *
 * @param skip do not capture it
 * @param target its name on the target; absent: the same
 * @param identity absent: the pipeline's
 * @param key the columns that tell its rows apart, for a table without a primary key
 * @param laneByKey whether rows of different keys may overtake each other; only for a table that no reference touches
 * @param columns by source column name, in whatever case
 * @param references by referring column; foreign keys are discovered, these are added and win
 * @param adopt the columns by which a row that is on the target already is known; empty: none is looked for
 * @param include the only columns that leave cdc-service; none: all
 * @param written the only columns that are written to the target; none: all
 * @param filter which rows the target has; absent: all
 * @param processor the name of the Java code that is asked about each change; absent: whatever names the table itself
 * @param allowedTriggers the names of the target's triggers that may act on its rows
 * @param further what becomes of the table on further targets, to which its rows go too
 */
public record TableConfig(
        boolean skip,
        Optional<String> target,
        Optional<Identity> identity,
        List<String> key,
        boolean laneByKey,
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
            new TableConfig(false, Optional.empty(), Optional.empty(), List.of(), false, Map.of(), Map.of());

    static final TableConfig SKIPPED =
            new TableConfig(true, Optional.empty(), Optional.empty(), List.of(), false, Map.of(), Map.of());

    public TableConfig {
        columns = new ByColumn<>(columns);
        references = new ByColumn<>(references);
    }

    /** A table of one target that has all rows. */
    public TableConfig(
            boolean skip,
            Optional<String> target,
            Optional<Identity> identity,
            List<String> key,
            boolean laneByKey,
            Map<String, ColumnRule> columns,
            Map<String, ReferenceRule> references) {
        this(
                skip,
                target,
                identity,
                key,
                laneByKey,
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

    /** A table for whose rows no trigger of the target may act. */
    public TableConfig(
            boolean skip,
            Optional<String> target,
            Optional<Identity> identity,
            List<String> key,
            boolean laneByKey,
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
                laneByKey,
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

    /** The rule of a column; the one that leaves it as it is where the file names none. */
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

    /** The table for each of its targets; the first one numbers its keys. */
    public List<TableConfig> targets() {
        return Stream.concat(Stream.of(this), further.stream()).toList();
    }

    /** The same for rows that go to another target too. */
    TableConfig with(List<TableConfig> others) {
        return new TableConfig(
                skip,
                target,
                identity,
                key,
                laneByKey,
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
