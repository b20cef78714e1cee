package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.ForeignKey.Rule;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.mapping.CascadeStep.Action;
import io.dataflowsync.pipeline.catalog.PipelineTables;
import io.dataflowsync.pipeline.config.ColumnRule;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.TableConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the foreign keys of one end among those of the other end: over the same columns, to the same table. */
final class RuleMatches {
    private final PipelineConfig config;
    private final Tables tables;

    RuleMatches(PipelineConfig config, Tables tables) {
        this.config = config;
        this.tables = tables;
    }

    /** A foreign key of a table of the target. */
    record TargetKey(String table, ForeignKey key) {}

    /** The target's foreign keys that change other rows along with those of a table. */
    List<TargetKey> onTarget(TableName parent) {
        List<String> parents = tablesOf(parent);
        return tables.target().values().stream()
                .flatMap(table -> table.foreignKeys().stream()
                        .map(key -> new TargetKey(table.name().table(), key)))
                .filter(there -> there.key().acts())
                .filter(there -> contains(parents, there.key().parent().table()))
                .filter(there -> !isWithinRow(there, parent))
                .toList();
    }

    /**
     * Whether a foreign key refers from one target of a table to another target of it, by the key of both. Then both rows are the same row
     * of the source, so the one that changes along is not another row.
     */
    private boolean isWithinRow(TargetKey there, TableName table) {
        TableDefinition source = tables.source().get(table);
        return source != null
                && !there.table().equalsIgnoreCase(there.key().parent().table())
                && targets(table)
                        .filter(names -> names.tableOnTarget().equalsIgnoreCase(there.table()))
                        .anyMatch(names -> hasColumns(
                                there.key(),
                                source.primaryKey().stream()
                                        .map(names::onTarget)
                                        .toList()));
    }

    /**
     * Whether each target of a table has the foreign key with this rule. A rule that changes columns which the target does not have is not
     * needed.
     */
    boolean isOnTarget(TableDefinition child, ForeignKey key, Action action) {
        Rule rule = action.rule(key);
        if (!rule.acts() || !PipelineTables.captures(config, child.name())) {
            return true;
        }
        boolean takesAlong = action == Action.DELETE && rule == Rule.CASCADE;
        return targets(child.name())
                .allMatch(names -> !takesAlong && isUnwritten(names, key)
                        || tables.targetTable(names.tableOnTarget()).stream()
                                .flatMap(table -> table.foreignKeys().stream())
                                .anyMatch(there -> action.rule(there) == rule && isSame(names, key, there)));
    }

    /**
     * Whether a foreign key of the target would change captured rows that the source does not change.
     *
     * <p>That is so if none of the source's tables of these rows has the foreign key, or if one that fills its columns does not have it. A
     * foreign key whose rule in the source does nothing counts as the same: the source does not delete a row that others refer to.
     *
     * @param counts the tables of the source that count
     */
    boolean isSurplus(TargetKey there, TableName parent, Action action, Predicate<TableName> counts) {
        Rule rule = action.rule(there.key());
        List<TableDefinition> children = tables.source().values().stream()
                .filter(child -> PipelineTables.captures(config, child.name()) && counts.test(child.name()))
                .filter(child -> contains(tablesOf(child.name()), there.table()))
                .toList();
        return rule.acts()
                && !children.isEmpty()
                && (children.stream().noneMatch(child -> has(child, there, parent, action))
                        || children.stream()
                                .anyMatch(child -> fills(child, there)
                                        && !has(child, there, parent, action)
                                        && !refersElsewhere(child, there, parent)));
    }

    /**
     * The other source tables whose rows are in the target's table of a child, and that a foreign key would change like the child's rows,
     * though the source does not change them. No foreign key of the target is right for both.
     */
    List<TableName> othersChanged(CascadeStep step, Predicate<TableName> counts) {
        return targets(step.child().name())
                .map(names -> new TargetKey(names.tableOnTarget(), onTarget(names, step.key())))
                .flatMap(there -> tables.source().values().stream()
                        .filter(other -> !other.name().equals(step.child().name()))
                        .filter(other -> PipelineTables.captures(config, other.name()) && counts.test(other.name()))
                        .filter(other -> contains(tablesOf(other.name()), there.table()) && fills(other, there))
                        .filter(other -> !has(other, there, step.key().parent(), step.action())
                                && !refersElsewhere(other, there, step.key().parent())))
                .map(TableDefinition::name)
                .distinct()
                .toList();
    }

    private ForeignKey onTarget(MappedNames names, ForeignKey key) {
        TableName parent =
                new TableName(key.parent().schema(), tablesOf(key.parent()).get(0));
        return new ForeignKey(
                key.name(), written(names, key), parent, key.parentColumns(), key.onDelete(), key.onUpdate(), false);
    }

    /**
     * Whether a table has the foreign key, with this rule or with one that does not act. A foreign key to another table counts, too, if
     * that table and the parent are one table on the target.
     */
    private boolean has(TableDefinition child, TargetKey there, TableName parent, Action action) {
        return child.foreignKeys().stream()
                .filter(key -> !key.dropped())
                .filter(key -> !key.parent().equals(parent)
                        || action.rule(key) == action.rule(there.key())
                        || !action.rule(key).acts())
                .anyMatch(key -> targets(child.name()).anyMatch(names -> isSame(names, key, there.key())));
    }

    /** Whether rows of a table have values of the source in each column of the foreign key. Rows of other tables have NULL there. */
    private boolean fills(TableDefinition child, TargetKey there) {
        return targets(child.name())
                .filter(names -> names.tableOnTarget().equalsIgnoreCase(there.table()))
                .anyMatch(names -> there.key().columns().stream()
                        .allMatch(column -> child.columns().stream()
                                        .anyMatch(own -> names.rule(own.name()).isWritten()
                                                && names.onTarget(own.name()).equalsIgnoreCase(column))
                                || names.config().columns().rules().entrySet().stream()
                                        .anyMatch(rule -> rule.getValue().isMade()
                                                && rule.getValue()
                                                        .targetName(rule.getKey())
                                                        .equalsIgnoreCase(column))));
    }

    /** Whether the pipeline file says that one of the columns holds only keys of other tables. */
    private boolean refersElsewhere(TableDefinition child, TargetKey there, TableName parent) {
        return targets(child.name())
                .flatMap(names -> names.config().references().entrySet().stream()
                        .filter(rule -> contains(
                                there.key().columns(),
                                names.config().column(rule.getKey()).targetName(rule.getKey())))
                        .flatMap(rule -> Stream.of(rule.getValue().parents())))
                .anyMatch(parents -> parents.stream()
                        .noneMatch(named ->
                                TableName.named(named, child.name().schema()).equals(parent)));
    }

    /** Whether a version of a table goes to the target table of a foreign key, and does not have that foreign key itself. */
    boolean lacks(TableDefinition child, TargetKey there, TableName parent) {
        return contains(tablesOf(child.name()), there.table())
                && !(has(child, there, parent, Action.DELETE) && has(child, there, parent, Action.UPDATE));
    }

    /** The names on the topic of the columns that a foreign key of the target refers to. */
    List<String> parentColumns(TargetKey there, TableName parent) {
        MappedNames names = MappedNames.of(config, parent);
        TableDefinition table = tables.source().get(parent);
        return table == null
                ? List.of()
                : table.columns().stream()
                        .map(column -> names.onTopic(names.inSource(column.name())))
                        .filter(column -> contains(there.key().parentColumns(), names.onTarget(column)))
                        .toList();
    }

    /** The target's tables that the rows of a table go to. */
    List<String> tablesOf(TableName table) {
        return targets(table).map(MappedNames::tableOnTarget).toList();
    }

    private Stream<MappedNames> targets(TableName table) {
        List<TableConfig> targets = config.table(table.table()).targets();
        return targets.stream().map(target -> new MappedNames(table, target));
    }

    private boolean isSame(MappedNames names, ForeignKey key, ForeignKey there) {
        return contains(tablesOf(key.parent()), there.parent().table()) && hasColumns(there, written(names, key));
    }

    /**
     * The names on the target of the columns of a foreign key that are written there, if the columns that they refer to are written as
     * well.
     */
    private List<String> written(MappedNames names, ForeignKey key) {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            String parentColumn = key.parentColumns().get(i);
            boolean isWritten = isWritten(names, key.columns().get(i))
                    && (!PipelineTables.captures(config, key.parent())
                            || targets(key.parent())
                                    .allMatch(parent -> isWritten(parent, parent.onTopic(parentColumn))));
            if (isWritten) {
                columns.add(names.onTarget(key.columns().get(i)));
            }
        }
        return columns;
    }

    /** Whether a column is written. The columns of the primary key always are. */
    private boolean isWritten(MappedNames names, String onTopic) {
        ColumnRule rule = names.rule(onTopic);
        TableDefinition table = tables.source().get(names.table());
        return rule.isWritten()
                || !rule.onTopic().drop() && table != null && table.primaryKey().contains(onTopic);
    }

    private static boolean hasColumns(ForeignKey there, List<String> columns) {
        return !columns.isEmpty()
                && columns.size() == there.columns().size()
                && there.columns().stream().allMatch(column -> contains(columns, column));
    }

    private boolean isUnwritten(MappedNames names, ForeignKey key) {
        return key.columns().stream().noneMatch(column -> isWritten(names, column));
    }

    private static boolean contains(List<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }
}
