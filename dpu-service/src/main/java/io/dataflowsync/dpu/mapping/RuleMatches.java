package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.catalog.ForeignKey;
import io.dataflowsync.contract.catalog.ForeignKey.Rule;
import io.dataflowsync.contract.catalog.PipelineTables;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.config.TableConfig;
import io.dataflowsync.contract.event.TableName;
import io.dataflowsync.dpu.mapping.CascadeStep.Action;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the foreign keys of the one end among those of the other: those over the same columns, to the same table. */
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

    /** Whether it goes from one target of a table to another, by the key of both: what goes with a row there is the row itself. */
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

    /** Whether each target of a table has the foreign key with this rule; one that empties columns which it does not have is of no matter. */
    boolean isOnTarget(TableDefinition child, ForeignKey key, Action action) {
        Rule rule = action.rule(key);
        if (!rule.acts() || !PipelineTables.captures(config, child.name())) {
            return true;
        }
        return targets(child.name())
                .allMatch(names -> rule == Rule.SET_NULL && isUnwritten(names, key)
                        || tables.targetTable(names.tableOnTarget()).stream()
                                .flatMap(table -> table.foreignKeys().stream())
                                .anyMatch(there -> action.rule(there) == rule && isSame(names, key, there)));
    }

    /**
     * Whether captured rows are in the table of a foreign key of the target, and none of their tables has it. One of which the source's rule does
     * nothing is no matter: it lets no row go that others refer to.
     *
     * @param counts which tables of the source do
     */
    boolean isSurplus(TargetKey there, TableName parent, Action action, Predicate<TableName> counts) {
        Rule rule = action.rule(there.key());
        List<TableDefinition> children = tables.source().values().stream()
                .filter(child -> PipelineTables.captures(config, child.name()) && counts.test(child.name()))
                .filter(child -> contains(tablesOf(child.name()), there.table()))
                .toList();
        return rule.acts() && !children.isEmpty() && children.stream().noneMatch(child -> has(child, there, parent));
    }

    private boolean has(TableDefinition child, TargetKey there, TableName parent) {
        return child.foreignKeys().stream()
                .anyMatch(key -> !key.dropped()
                        && key.parent().equals(parent)
                        && targets(child.name()).anyMatch(names -> isSame(names, key, there.key())));
    }

    /** Whether a version of a table goes to the table of a foreign key of the target, and does not have it. */
    boolean lacks(TableDefinition child, TargetKey there, TableName parent) {
        return contains(tablesOf(child.name()), there.table()) && !has(child, there, parent);
    }

    /** The columns that it refers to, by their names on the topic. */
    List<String> parentColumns(TargetKey there, TableName parent) {
        TableNames names = TableNames.of(config, parent);
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
        return targets(table).map(TableNames::tableOnTarget).toList();
    }

    private Stream<TableNames> targets(TableName table) {
        List<TableConfig> targets = config.table(table.table()).targets();
        return targets.stream().map(target -> new TableNames(table, target));
    }

    private boolean isSame(TableNames names, ForeignKey key, ForeignKey there) {
        List<String> columns = key.columns().stream()
                .map(column -> names.config().column(column).targetName(column))
                .toList();
        return contains(tablesOf(key.parent()), there.parent().table()) && hasColumns(there, columns);
    }

    private static boolean hasColumns(ForeignKey there, List<String> columns) {
        return columns.size() == there.columns().size()
                && there.columns().stream().allMatch(column -> contains(columns, column));
    }

    private static boolean isUnwritten(TableNames names, ForeignKey key) {
        return !names.config().column(key.columns().get(0)).isWritten();
    }

    private static boolean contains(List<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }
}
