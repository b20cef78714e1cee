package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent.Delete;
import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.event.ChangeEvent.Update;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.ForeignKey.Rule;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.mapping.CascadeStep.Action;
import io.dataflowsync.pipeline.catalog.PipelineTables;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Checks the foreign keys by which the source deletes, changes or sets to NULL rows along with another row.
 *
 * <p>The source does not write these changes to the binlog, so the target's own foreign keys have to do the same, and no more.
 */
public final class SourceRules {
    private final Tables tables;
    private final RuleMatches matches;
    private final CascadeReads reads;
    private final PipelineConfig config;

    /** @param tables the tables as they are at the place where a row changes */
    public SourceRules(PipelineConfig config, Tables tables) {
        this.config = config;
        this.tables = tables;
        this.matches = new RuleMatches(config, tables);
        this.reads = new CascadeReads(config, tables);
    }

    /**
     * The names on the topic of the columns of a table whose changes the target may not follow as the source does: now, or by later
     * definitions of the source; for the rows that refer to them, or for rows that follow those. Empty if both do the same.
     */
    Set<String> columnsInDoubt(TableName parent) {
        Set<String> columns = new HashSet<>();
        for (TableDefinition child : tables.referring(parent)) {
            for (ForeignKey key : child.foreignKeys()) {
                if (isOf(key, parent)
                        && Stream.of(Action.values())
                                .anyMatch(action -> isInDoubt(new CascadeStep(child, key, action), new HashSet<>()))) {
                    columns.addAll(onTopic(parent, key.parentColumns()));
                }
            }
        }
        matches.onTarget(parent).stream()
                .filter(there -> mayBeSurplus(there, parent))
                .forEach(there -> columns.addAll(matches.parentColumns(there, parent)));
        return Set.copyOf(columns);
    }

    private boolean isInDoubt(CascadeStep step, Set<CascadeStep> seen) {
        if (!seen.add(step)) {
            return false;
        }
        TableName child = step.child().name();
        List<CascadeStep> next = next(step, tables.referring(child));
        return !matches.isOnTarget(step.child(), step.key(), step.action())
                || step.rule().acts()
                        && PipelineTables.captures(config, child)
                        && (reads.reader(step, !next.isEmpty()).isPresent()
                                || matches.onTarget(child).stream().anyMatch(there -> mayBeSurplus(there, child))
                                || next.stream().anyMatch(further -> isInDoubt(further, seen)));
    }

    private boolean mayBeSurplus(RuleMatches.TargetKey there, TableName parent) {
        return Stream.of(Action.values()).anyMatch(action -> matches.isSurplus(there, parent, action, child -> true))
                || tables.referring(parent).stream().anyMatch(child -> matches.lacks(child, there, parent));
    }

    private List<CascadeStep> next(CascadeStep step, Collection<TableDefinition> children) {
        MappedNames names = MappedNames.of(config, step.child().name());
        return children.stream()
                .flatMap(child -> child.foreignKeys().stream()
                        .filter(key -> isOf(key, step.child().name()) && step.isFollowedBy(key, names))
                        .map(key -> new CascadeStep(child, key, step.then())))
                .toList();
    }

    /** Whether a change needs the check of {@link #require}. */
    public static boolean concern(Set<String> inDoubt, RowChange change) {
        return change instanceof Delete
                ? !inDoubt.isEmpty()
                : change instanceof Update update && inDoubt.stream().anyMatch(column -> update.changes(column));
    }

    /**
     * Checks that the target changes the same rows along with a row as the source, and no others.
     *
     * @throws MappingException if it does not
     */
    public void require(RowChange change) {
        if (change.origin().unchecked().foreignKeys()) {
            return;
        }
        Action action = change instanceof Delete ? Action.DELETE : Action.UPDATE;
        TableName parent = change.table();
        List<TableDefinition> there = there();
        Set<CascadeStep> steps = new LinkedHashSet<>();
        for (TableDefinition child : there) {
            for (ForeignKey key : child.foreignKeys()) {
                if (isOf(key, parent) && action.rule(key).acts() && concerns(change, key)) {
                    follow(new CascadeStep(child, key, action), there, steps);
                }
            }
        }
        requireNoMore(parent, action, columns -> movesOnTarget(change, columns));
        for (CascadeStep step : steps) {
            TableName child = step.child().name();
            List<String> changed = step.key().columns();
            requireNoMore(
                    child,
                    step.then(),
                    columns -> step.then() == Action.DELETE || columns.stream().anyMatch(changed::contains));
        }
        steps.forEach(step -> require(step, there));
    }

    private List<TableDefinition> there() {
        return tables.source().values().stream()
                .filter(table -> tables.isThere(table.name()))
                .toList();
    }

    private void follow(CascadeStep step, List<TableDefinition> there, Set<CascadeStep> steps) {
        if (steps.add(step) && PipelineTables.captures(config, step.child().name())) {
            next(step, there).forEach(further -> follow(further, there, steps));
        }
    }

    private void require(CascadeStep step, List<TableDefinition> there) {
        if (!matches.isOnTarget(step.child(), step.key(), step.action())) {
            List<TableName> others = matches.othersChanged(step, tables::isThere);
            throw others.isEmpty() ? lacking(step) : united(step, others);
        }
        if (PipelineTables.captures(config, step.child().name())) {
            boolean isFollowed = !next(step, there).isEmpty();
            reads.reader(step, isFollowed).ifPresent(reader -> {
                throw reading(step, reader);
            });
        }
    }

    private void requireNoMore(TableName parent, Action action, Predicate<List<String>> moves) {
        for (RuleMatches.TargetKey there : matches.onTarget(parent)) {
            if (moves.test(matches.parentColumns(there, parent))
                    && matches.isSurplus(there, parent, action, tables::isThere)) {
                throw surplus(there, action);
            }
        }
    }

    /**
     * Whether a foreign key matters for a change. A key that the row keeps on the target changes no other row, unless references are set to
     * NULL.
     */
    private boolean concerns(RowChange change, ForeignKey key) {
        List<String> columns = onTopic(key.parent(), key.parentColumns());
        if (key.onUpdate() == Rule.SET_NULL && change instanceof Update update) {
            return columns.stream().anyMatch(column -> update.changes(column));
        }
        return movesOnTarget(change, columns);
    }

    /** Whether these columns of the row have other values on the target after the change, or none. */
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
        MappedNames names = MappedNames.of(config, table);
        return columns.stream().map(names::onTopic).toList();
    }

    private static boolean isOf(ForeignKey key, TableName parent) {
        return !key.dropped() && key.parent().equals(parent);
    }

    private MappingException lacking(CascadeStep step) {
        return new MappingException(
                ErrorCode.TARGET_RULE,
                changes(step) + ": give the target's table "
                        + String.join(", ", matches.tablesOf(step.child().name())) + " the same foreign key, "
                        + step.words());
    }

    /**
     * The error for a target table with rows of several tables: a foreign key there that is right for the rows of one table is wrong for
     * the others.
     */
    private MappingException united(CascadeStep step, List<TableName> others) {
        return new MappingException(
                ErrorCode.CASCADE_READ,
                changes(step) + ", and the target has its rows in "
                        + matches.tablesOf(step.child().name()) + " with those of " + others
                        + ", which the source leaves as they are: no foreign key there can do both");
    }

    private static MappingException reading(CascadeStep step, String reader) {
        return new MappingException(
                ErrorCode.CASCADE_READ, changes(step) + ", and " + reader + " would have to follow");
    }

    private static String changes(CascadeStep step) {
        return "with a row of " + step.key().parent() + " the source changes "
                + step.child().name() + "." + step.key().columns() + " by "
                + step.key().name() + " (" + step.words()
                + "), in no event";
    }

    private static MappingException surplus(RuleMatches.TargetKey there, Action action) {
        return new MappingException(
                ErrorCode.TARGET_RULE,
                "the target's table " + there.table() + " has the foreign key "
                        + there.key().name() + " (" + CascadeStep.words(action, there.key())
                        + "), which would change rows that the source leaves as they are: drop it there, or give it the rule that the source's has");
    }
}
