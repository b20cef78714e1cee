package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.catalog.ForeignKey;
import io.dataflowsync.contract.catalog.ForeignKey.Rule;
import io.dataflowsync.contract.catalog.PipelineTables;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.config.ColumnRule;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent.Delete;
import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.event.ChangeEvent.Update;
import io.dataflowsync.contract.event.TableName;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * The foreign keys by which the source deletes, changes or empties rows along with another one, which it writes to no binlog. The target has
 * to do the same by foreign keys of its own.
 */
public final class SourceRules {
    private final PipelineConfig config;
    private final Tables tables;

    /** @param tables as the source has them where a row changes */
    public SourceRules(PipelineConfig config, Tables tables) {
        this.config = config;
        this.tables = tables;
    }

    /**
     * The columns of a table, by their names on the topic, that are referred to by foreign keys whose rules the target may lack: now, or in
     * what the source has later. None where it lacks nothing.
     */
    Set<String> columnsInDoubt(TableName parent) {
        TableNames names = TableNames.of(config, parent);
        Set<String> columns = new HashSet<>();
        for (TableDefinition child : tables.referring(parent)) {
            for (ForeignKey key : child.foreignKeys()) {
                boolean isDone =
                        isOnTarget(child, key, key.onDelete(), true) && isOnTarget(child, key, key.onUpdate(), false);
                if (isOf(key, parent) && !isDone) {
                    key.parentColumns().forEach(column -> columns.add(names.onTopic(column)));
                }
            }
        }
        return Set.copyOf(columns);
    }

    /** Whether there is anything to {@link #require} of a change. */
    public static boolean concern(Set<String> inDoubt, RowChange change) {
        return change instanceof Delete
                ? !inDoubt.isEmpty()
                : change instanceof Update update && inDoubt.stream().anyMatch(column -> changes(update, column));
    }

    private static boolean changes(Update update, String column) {
        return update.after().has(column)
                && !Objects.equals(update.before().get(column), update.after().get(column));
    }

    /**
     * Looks whether the target changes with a row all that the source does.
     *
     * @throws MappingException where it does not
     */
    public void require(RowChange change) {
        if (change.origin().unchecked().foreignKeys()) {
            return;
        }
        for (TableDefinition child : tables.source().values()) {
            for (ForeignKey key : child.foreignKeys()) {
                if (isOf(key, change.table()) && tables.isThere(child.name())) {
                    require(change, child, key);
                }
            }
        }
    }

    private void require(RowChange change, TableDefinition child, ForeignKey key) {
        if (change instanceof Delete && acts(key.onDelete()) && !isOnTarget(child, key, key.onDelete(), true)) {
            throw lacking(child, key, "a row of " + key.parent() + " goes", "DELETE", key.onDelete());
        }
        if (change instanceof Update update
                && acts(key.onUpdate())
                && isFollowed(update, key)
                && !isOnTarget(child, key, key.onUpdate(), false)) {
            throw lacking(child, key, "a key of " + key.parent() + " changes", "UPDATE", key.onUpdate());
        }
    }

    /** Whether the key changes on the target, or others are emptied with it. One that the row keeps there needs no follower. */
    private boolean isFollowed(Update update, ForeignKey key) {
        TableNames names = TableNames.of(config, key.parent());
        boolean changes = key.parentColumns().stream().map(names::onTopic).anyMatch(column -> changes(update, column));
        boolean isKept = key.onUpdate() == Rule.CASCADE
                && FieldMapper.keepsChangedKey(update)
                && key.parentColumns().size() == 1
                && meansNewKey(key.parent(), names.onTopic(key.parentColumns().get(0)));
        return changes && !isKept;
    }

    private boolean meansNewKey(TableName parent, String column) {
        TableDefinition table = tables.source().get(parent);
        return table != null && new KeyMeanings(config, tables).of(table, column) instanceof KeyMeaning.NewKey;
    }

    private boolean isOf(ForeignKey key, TableName parent) {
        return !key.dropped() && key.parent().equals(parent);
    }

    private static boolean acts(Rule rule) {
        return rule == Rule.CASCADE || rule == Rule.SET_NULL;
    }

    /** Whether the target has a foreign key of this rule; one that empties columns which it does not have is of no matter there. */
    private boolean isOnTarget(TableDefinition child, ForeignKey key, Rule rule, boolean onDelete) {
        if (!acts(rule) || !PipelineTables.captures(config, child.name())) {
            return true;
        }
        TableNames names = TableNames.of(config, child.name());
        ColumnRule columnRule = names.config().column(key.columns().get(0));
        if (rule == Rule.SET_NULL && (columnRule.drop() || !columnRule.write())) {
            return true;
        }
        String parent = TableNames.of(config, key.parent()).tableOnTarget();
        String column = columnRule.targetName(key.columns().get(0));
        return tables.targetTable(names.tableOnTarget()).stream()
                .flatMap(table -> table.foreignKeys().stream())
                .anyMatch(there -> (onDelete ? there.onDelete() : there.onUpdate()) == rule
                        && there.parent().table().equalsIgnoreCase(parent)
                        && there.columns().stream().anyMatch(column::equalsIgnoreCase));
    }

    private MappingException lacking(TableDefinition child, ForeignKey key, String what, String when, Rule rule) {
        String table = TableNames.of(config, child.name()).tableOnTarget();
        String word = rule.word().toUpperCase(Locale.ROOT);
        return new MappingException(
                ErrorCode.TARGET_RULE,
                what + ", and the source changes " + child.name() + "." + key.columns() + " with it by " + key.name()
                        + " (ON " + when + " " + word + "), in no event: give the target's table " + table
                        + " the same foreign key, with ON " + when + " " + word);
    }
}
