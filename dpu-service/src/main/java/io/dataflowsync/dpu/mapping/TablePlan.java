package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.config.ColumnRule;
import io.dataflowsync.contract.expression.ColumnKind;
import io.dataflowsync.contract.expression.Expression;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ColumnType;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.relationship.KeySpace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What becomes of a table's rows; built once for each definition.
 *
 * @param source the source's table
 * @param target the target's table, as it is there
 * @param columns the columns that are written, by their names on the topic
 * @param computed the columns of the key that the target generates: rows are found by them, and they are never written
 * @param unwritten the columns on the topic that nobody may write: the target generates them
 * @param generated the columns on the topic that the source computes
 * @param missing the columns on the topic that the target does not have, and what can be done about each
 * @param key the names on the topic of the columns that tell rows apart; empty where only the whole row does, which is so too where
 *     the target computes the key from columns that have other values there
 * @param rekeyed whether the table has had another key before: what is known of its rows by their keys is not known by this one
 * @param newKeys where rows get new keys: which
 * @param parents the rows that its foreign keys refer to by their primary key
 * @param keys the other keys that foreign keys refer to, of its rows and of those that they refer to
 * @param adopt the names on the topic of the columns by which a row that is on the target already is known
 * @param cascades what the target deletes along with a row
 * @param inDoubt the columns on the topic by which the source may change rows of others along with those of the table, and the target lacks
 *     the foreign key; none where it lacks nothing
 * @param cascaded the tables of which the target changes the keys along with a row
 * @param emptied the references that a change of the key empties, where the target keeps it
 * @param made the columns that only the target has, and the pipeline file fills
 * @param filter which rows the target has; absent: all
 * @param kinds of the columns on the topic that expressions see otherwise than a row has them
 * @param compared the target's columns that it computes of the source's very values, by the names on the topic of the source's: what it
 *     has computed is compared with what the source has
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
     * A reference.
     *
     * @param columns the referring columns by their names on the topic, in the order of the parent's primary key
     */
    public record ParentKey(List<String> columns, TableName parent) {}

    /** The same, where these computed columns are compared. */
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

    /** The plan of a column, or nothing where it is not written. */
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

    /** The target's columns of the key; of one that the target does not have, the name on the topic. */
    public List<String> targetKey() {
        return key.stream()
                .map(name -> finding(name).map(ColumnPlan::target).orElse(name))
                .toList();
    }

    /** The columns of the target into which its clock is written by an UPDATE that does not name them, and that this plan fills. */
    List<ColumnPlan> clocked() {
        return Stream.concat(columns.values().stream(), made.stream())
                .filter(column -> target.column(column.target())
                        .map(ColumnDefinition::onUpdate)
                        .orElse(false))
                .toList();
    }

    /** Whether the source's key column itself: its value on the target never changes. */
    boolean isOwnKey(String name) {
        return newKeys.isPresent() && key.contains(name);
    }

    /** The column whose values are the table's new keys, or were while it was the key. */
    public Optional<ColumnPlan> numbered() {
        return columns.values().stream()
                .filter(column -> column.meaning() instanceof KeyMeaning.NewKey key
                        && key.space().source().equals(source))
                .findFirst();
    }

    /**
     * The columns with a constant that tell its rows from those of other tables which go there, too: where the key alone is not unique on the
     * target, those of its unique keys, and where rows are found as a whole, all. Numbers that are no exact ones tell nothing.
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

    /** The columns that only the target has and that are reckoned of the row; numbers that are no exact ones tell nothing. */
    List<ColumnPlan> reckonedAnew() {
        return made.stream()
                .filter(ColumnPlan::isReckoned)
                .filter(this::isExactThere)
                .toList();
    }

    private boolean isExactThere(ColumnPlan column) {
        return target.column(column.target())
                .filter(there -> !ColumnType.of(there).isApproximate())
                .isPresent();
    }

    /** The columns whose values may change with any column of the row. */
    List<ColumnPlan> reckoned() {
        return Stream.concat(columns.values().stream(), made.stream())
                .filter(ColumnPlan::isReckoned)
                .toList();
    }
}
