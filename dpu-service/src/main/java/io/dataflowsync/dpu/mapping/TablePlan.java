package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ColumnType;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.ColumnRule;
import io.dataflowsync.pipeline.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says how the rows of a source table are mapped to one target table. It is built once for each definition.
 *
 * @param source the table of the source
 * @param target the table of the target, as it is defined there
 * @param filter the condition for the rows that the target has; empty for all rows
 */
public record TablePlan(
        TableName source,
        TableDefinition target,
        ColumnPlans columns,
        TableKey key,
        TableReferences references,
        TargetEffects effects,
        Optional<Expression> filter) {

    /**
     * A reference to a row by its primary key.
     *
     * @param columns the names on the topic of the referring columns, in the order of the parent's primary key
     */
    public record ParentKey(List<String> columns, TableName parent) {}

    /** The same plan, in which these computed columns are compared. */
    TablePlan comparing(Map<String, String> columnsByName) {
        return new TablePlan(source, target, columns.comparing(columnsByName), key, references, effects, filter);
    }

    /** The plan of a column; empty if it is not written. */
    public Optional<ColumnPlan> column(String name) {
        return Optional.ofNullable(columns.written().get(name));
    }

    /** The plan of a column that finds rows, whether it is written or not. */
    public Optional<ColumnPlan> finding(String name) {
        ColumnPlan written = columns.written().get(name);
        return Optional.ofNullable(written == null ? columns.computed().get(name) : written);
    }

    /** Whether rows are found by a column on the topic. */
    public boolean findsBy(String name) {
        return key.finds(name);
    }

    /** Whether rows are found by the key of a row that they refer to. */
    public boolean findsBy(ParentKey reference) {
        for (String column : reference.columns()) {
            if (findsBy(column)) {
                return true;
            }
        }
        return false;
    }

    /** The target's names of the key columns; for a column that the target does not have, the name on the topic. */
    public List<String> targetKey() {
        return key.columns().stream()
                .map(name -> finding(name).map(ColumnPlan::target).orElse(name))
                .toList();
    }

    /** The columns that this plan fills and into which the target writes its clock if an UPDATE does not name them. */
    List<ColumnPlan> clocked() {
        return columns.filled()
                .filter(column -> target.column(column.target())
                        .map(ColumnDefinition::onUpdate)
                        .orElse(false))
                .toList();
    }

    /** Whether it is the source's key column itself, whose value on the target never changes. */
    boolean isOwnKey(String name) {
        return key.isOwn(name);
    }

    /** The column whose values are the table's new keys, or were while the column was the key. */
    public Optional<ColumnPlan> numbered() {
        return columns.written().values().stream()
                .filter(column -> column.meaning() instanceof KeyMeaning.NewKey own
                        && own.space().source().equals(source))
                .findFirst();
    }

    /**
     * The columns with a constant that distinguish the table's rows from rows of other tables in the same target table.
     *
     * <p>If the key alone is not unique on the target, these are the columns of the target's unique keys; if rows are found by the whole
     * row, all columns with a constant. Approximate numbers are left out, since they cannot be compared exactly.
     */
    List<ColumnPlan> constants() {
        List<List<String>> unique = Stream.concat(Stream.of(target.primaryKey()), target.uniqueKeys().stream())
                .filter(columns -> !columns.isEmpty())
                .toList();
        List<String> found = targetKey();
        if (!key.isWholeRow() && unique.stream().anyMatch(found::containsAll)) {
            return List.of();
        }
        return columns.filled()
                .filter(column -> column.rule().values().constant().isPresent()
                        && !key.columns().contains(column.name()))
                .filter(column -> key.isWholeRow()
                        || column.rule()
                                        .values()
                                        .constant()
                                        .flatMap(ColumnRule.Constant::value)
                                        .isPresent()
                                && unique.stream().anyMatch(columns -> columns.contains(column.target())))
                .filter(this::isExactThere)
                .toList();
    }

    /**
     * The columns that only the target has and that an expression computes from the row. Approximate numbers are left out, since they
     * cannot be compared exactly.
     */
    List<ColumnPlan> exactExpressions() {
        return columns.made().stream()
                .filter(ColumnPlan::hasExpression)
                .filter(this::isExactThere)
                .toList();
    }

    private boolean isExactThere(ColumnPlan column) {
        return target.column(column.target())
                .filter(there -> !ColumnType.of(there).isApproximate())
                .isPresent();
    }
}
