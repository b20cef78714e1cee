package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ColumnType;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.relationship.KeySpace;
import io.dataflowsync.pipeline.config.ColumnRule;
import io.dataflowsync.pipeline.expression.ColumnKind;
import io.dataflowsync.pipeline.expression.Expression;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says how the rows of a source table are mapped to one target table. It is built once for each definition.
 *
 * <p>With a row of this table the source's foreign keys may change rows of other tables, and the binlog has no event for that. The target's
 * own foreign keys have to do the same. If it is not certain that they do, the columns that these keys refer to are {@code inDoubt}, and a
 * delete of a row or a change of such a column is checked first.
 *
 * <p>Expressions do not see all values in the form that a row has: of a DECIMAL they see a number instead of a text. {@code kinds} has the
 * conversions for such columns.
 *
 * @param source the table of the source
 * @param target the table of the target, as it is defined there
 * @param columns the columns that are written, by their names on the topic
 * @param computed the key columns that the target generates: rows are found by them, and they are never written
 * @param unwritten the columns on the topic that are not written: the target generates them, the pipeline file leaves them out, or a later
 *     statement dropped them
 * @param generated the columns on the topic that the source generates
 * @param missing the columns on the topic that the target does not have, and what can be done about each
 * @param key the names on the topic of the columns that identify a row; empty if only the whole row does. That is also so if the target
 *     computes the key from columns that have other values there
 * @param rekeyed whether the table has had another key before: records of its rows by their former keys are not valid for this one
 * @param newKeys the key space of the table, if its rows get new keys
 * @param parents the rows that its foreign keys refer to by their primary key
 * @param keys the other keys that foreign keys refer to: those of its own rows, and those of the rows that they refer to
 * @param adopt the names on the topic of the columns by which an existing row of the target is adopted
 * @param cascades the rows that the target deletes along with a row
 * @param inDoubt the columns on the topic for which it is not certain that both sides change the same other rows
 * @param cascaded the tables whose keys the target changes along with a row
 * @param emptied the references that the source sets to NULL when a key changes, while the row keeps its new key on the target
 * @param made the columns that only the target has and that the pipeline file fills
 * @param filter the condition for the rows that the target has; empty for all rows
 * @param kinds the columns on the topic that expressions see in another form, and the conversion of each
 * @param compared the columns that the target computes from unchanged values of the source, by the names on the topic of the source's
 *     columns: the computed values are compared with those of the source
 */
public record TablePlan(
        TableName source,
        TableDefinition target,
        Map<String, ColumnPlan> columns,
        Map<String, ColumnPlan> computed,
        Set<String> unwritten,
        Set<String> generated,
        Map<String, String> missing,
        List<String> key,
        boolean rekeyed,
        Optional<KeySpace> newKeys,
        List<ParentKey> parents,
        ReferredKeys keys,
        List<String> adopt,
        TargetCascades cascades,
        Set<String> inDoubt,
        List<CascadedKey> cascaded,
        List<EmptiedReference> emptied,
        List<ColumnPlan> made,
        Optional<Expression> filter,
        Map<String, ColumnKind> kinds,
        Map<String, String> compared) {

    /**
     * A reference to a row by its primary key.
     *
     * @param columns the names on the topic of the referring columns, in the order of the parent's primary key
     */
    public record ParentKey(List<String> columns, TableName parent) {}

    /** The same plan, in which these computed columns are compared. */
    TablePlan comparing(Map<String, String> columnsByName) {
        return new TablePlan(
                source,
                target,
                columns,
                computed,
                unwritten,
                generated,
                missing,
                key,
                rekeyed,
                newKeys,
                parents,
                keys,
                adopt,
                cascades,
                inDoubt,
                cascaded,
                emptied,
                made,
                filter,
                kinds,
                columnsByName);
    }

    /** All columns on the topic. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(columns.keySet());
        names.addAll(unwritten);
        names.addAll(missing.keySet());
        return names;
    }

    /** The plan of a column; empty if it is not written. */
    public Optional<ColumnPlan> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /** The plan of a column that finds rows, whether it is written or not. */
    public Optional<ColumnPlan> finding(String name) {
        ColumnPlan written = columns.get(name);
        return Optional.ofNullable(written == null ? computed.get(name) : written);
    }

    /** Whether rows are found by a column on the topic. */
    public boolean findsBy(String name) {
        return key.isEmpty() || key.contains(name);
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
        return key.stream()
                .map(name -> finding(name).map(ColumnPlan::target).orElse(name))
                .toList();
    }

    /** The columns that this plan fills and into which the target writes its clock if an UPDATE does not name them. */
    List<ColumnPlan> clocked() {
        return Stream.concat(columns.values().stream(), made.stream())
                .filter(column -> target.column(column.target())
                        .map(ColumnDefinition::onUpdate)
                        .orElse(false))
                .toList();
    }

    /** Whether it is the source's key column itself, whose value on the target never changes. */
    boolean isOwnKey(String name) {
        return newKeys.isPresent() && key.contains(name);
    }

    /** The column whose values are the table's new keys, or were while the column was the key. */
    public Optional<ColumnPlan> numbered() {
        return columns.values().stream()
                .filter(column -> column.meaning() instanceof KeyMeaning.NewKey key
                        && key.space().source().equals(source))
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
        if (!key.isEmpty() && unique.stream().anyMatch(found::containsAll)) {
            return List.of();
        }
        return Stream.concat(columns.values().stream(), made.stream())
                .filter(column -> column.rule().constant().isPresent() && !key.contains(column.name()))
                .filter(column -> key.isEmpty()
                        || column.rule()
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
        return made.stream()
                .filter(ColumnPlan::hasExpression)
                .filter(this::isExactThere)
                .toList();
    }

    private boolean isExactThere(ColumnPlan column) {
        return target.column(column.target())
                .filter(there -> !ColumnType.of(there).isApproximate())
                .isPresent();
    }

    /** The columns that an expression computes: their values may change with any column of the row. */
    List<ColumnPlan> expressions() {
        return Stream.concat(columns.values().stream(), made.stream())
                .filter(ColumnPlan::hasExpression)
                .toList();
    }
}
