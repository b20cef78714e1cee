package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.catalog.ForeignKey;
import io.dataflowsync.contract.catalog.ForeignKey.Rule;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent.Delete;
import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.event.ChangeEvent.Update;
import io.dataflowsync.contract.event.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The foreign keys by which the source deletes, changes or empties rows along with another one, which it writes to no binlog. The target's
 * own foreign keys have to do the same, and no more.
 */
public final class SourceRules {
    private final Tables tables;
    private final RuleMatches matches;
    private final PipelineConfig config;

    /** @param tables as the source has them where a row changes */
    public SourceRules(PipelineConfig config, Tables tables) {
        this.config = config;
        this.tables = tables;
        this.matches = new RuleMatches(config, tables);
    }

    /**
     * The columns of a table, by their names on the topic, by which the target may not do the same as the source: now, or by what the source
     * has later. None where both do the same.
     */
    Set<String> columnsInDoubt(TableName parent) {
        Set<String> columns = new HashSet<>();
        List<TableDefinition> children = tables.referring(parent);
        for (TableDefinition child : children) {
            for (ForeignKey key : child.foreignKeys()) {
                boolean isDone =
                        matches.isOnTarget(child, key, Action.DELETE) && matches.isOnTarget(child, key, Action.UPDATE);
                if (isOf(key, parent) && !isDone) {
                    columns.addAll(onTopic(parent, key.parentColumns()));
                }
            }
        }
        for (RuleMatches.TargetKey there : matches.onTarget(parent)) {
            boolean isSurplus = matches.isSurplus(there, parent, Action.DELETE, child -> true)
                    || matches.isSurplus(there, parent, Action.UPDATE, child -> true)
                    || children.stream().anyMatch(child -> matches.lacks(child, there, parent));
            if (isSurplus) {
                columns.addAll(matches.parentColumns(there, parent));
            }
        }
        return Set.copyOf(columns);
    }

    /** Whether there is anything to {@link #require} of a change. */
    public static boolean concern(Set<String> inDoubt, RowChange change) {
        return change instanceof Delete
                ? !inDoubt.isEmpty()
                : change instanceof Update update && inDoubt.stream().anyMatch(column -> update.changes(column));
    }

    /**
     * Looks whether the target changes with a row all that the source does, and nothing else.
     *
     * @throws MappingException where it does not
     */
    public void require(RowChange change) {
        if (change.origin().unchecked().foreignKeys()) {
            return;
        }
        Action action = change instanceof Delete ? Action.DELETE : Action.UPDATE;
        TableName parent = change.table();
        for (TableDefinition child : tables.source().values()) {
            for (ForeignKey key : child.foreignKeys()) {
                boolean acts = isOf(key, parent)
                        && tables.isThere(child.name())
                        && action.rule(key).acts();
                if (acts && concerns(change, key) && !matches.isOnTarget(child, key, action)) {
                    throw lacking(child, key, action);
                }
            }
        }
        for (RuleMatches.TargetKey there : matches.onTarget(parent)) {
            List<String> columns = matches.parentColumns(there, parent);
            if (movesOnTarget(change, columns) && matches.isSurplus(there, parent, action, tables::isThere)) {
                throw surplus(there, action);
            }
        }
    }

    /** What a foreign key does along with a change. */
    enum Action {
        DELETE {
            @Override
            Rule rule(ForeignKey key) {
                return key.onDelete();
            }
        },
        UPDATE {
            @Override
            Rule rule(ForeignKey key) {
                return key.onUpdate();
            }
        };

        abstract Rule rule(ForeignKey key);
    }

    /** A key that the row keeps on the target needs no follower, unless others are emptied with it. */
    private boolean concerns(RowChange change, ForeignKey key) {
        List<String> columns = onTopic(key.parent(), key.parentColumns());
        if (key.onUpdate() == Rule.SET_NULL && change instanceof Update update) {
            return columns.stream().anyMatch(column -> update.changes(column));
        }
        return movesOnTarget(change, columns);
    }

    /** Whether these columns of the row have other values on the target behind the change, or none. */
    private boolean movesOnTarget(RowChange change, List<String> columns) {
        if (!(change instanceof Update update)) {
            return true;
        }
        boolean isKept = FieldMapper.keepsChangedKey(update)
                && columns.size() == 1
                && meansNewKey(update.table(), columns.get(0));
        return !isKept && columns.stream().anyMatch(column -> update.changes(column));
    }

    private boolean meansNewKey(TableName name, String column) {
        TableDefinition table = tables.source().get(name);
        return table != null && new KeyMeanings(config, tables).of(table, column) instanceof KeyMeaning.NewKey;
    }

    private List<String> onTopic(TableName table, List<String> columns) {
        TableNames names = TableNames.of(config, table);
        return columns.stream().map(names::onTopic).toList();
    }

    private static boolean isOf(ForeignKey key, TableName parent) {
        return !key.dropped() && key.parent().equals(parent);
    }

    private MappingException lacking(TableDefinition child, ForeignKey key, Action action) {
        String rule = words(action, action.rule(key));
        return new MappingException(
                ErrorCode.TARGET_RULE,
                "with a row of " + key.parent() + " the source changes " + child.name() + "." + key.columns() + " by "
                        + key.name() + " (" + rule + "), in no event: give the target's table "
                        + String.join(", ", matches.tablesOf(child.name())) + " the same foreign key, " + rule);
    }

    private static MappingException surplus(RuleMatches.TargetKey there, Action action) {
        return new MappingException(
                ErrorCode.TARGET_RULE,
                "the target's table " + there.table() + " has the foreign key "
                        + there.key().name() + " ("
                        + words(action, action.rule(there.key()))
                        + "), which would change rows that the source leaves as they are: drop it there, or give it the rule that the source's has");
    }

    private static String words(Action action, Rule rule) {
        return "ON " + action + " " + rule.sql();
    }
}
