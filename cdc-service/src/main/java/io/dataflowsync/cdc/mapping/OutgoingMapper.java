package io.dataflowsync.cdc.mapping;

import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.ChangeEvent.Delete;
import io.dataflowsync.contract.event.ChangeEvent.Insert;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.event.ChangeEvent.Update;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.ForeignKey.Rule;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.catalog.KeysOnTarget;
import io.dataflowsync.pipeline.catalog.PipelineTables;
import io.dataflowsync.pipeline.config.InvalidPipelineException;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Drops, renames and masks columns, by a plan for each table that is built once. */
public final class OutgoingMapper {
    private final PipelineConfig config;
    private final Function<TableName, Optional<TableDefinition>> now;
    private final KeysOnTarget onTarget;
    private final Map<TableName, OutgoingTablePlan> plans = new ConcurrentHashMap<>();

    /** @param now looks up a table as the source has it */
    public OutgoingMapper(PipelineConfig config, Function<TableName, Optional<TableDefinition>> now) {
        this.config = config;
        this.now = now;
        this.onTarget = new KeysOnTarget(config);
    }

    /**
     * Checks the plans against the source's tables.
     *
     * @throws InvalidPipelineException if a rule does not fit its table
     */
    public void check(Collection<TableDefinition> tables) {
        List<Problem> problems = tables.stream()
                .flatMap(table -> plan(table.name()).problems(table).stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidPipelineException(problems);
        }
    }

    public ChangeEvent map(ChangeEvent event) {
        if (event instanceof Insert e) {
            OutgoingTablePlan plan = plan(e.table());
            return new Insert(e.origin(), e.table(), plan.apply(e.key()), plan.apply(e.after()));
        } else if (event instanceof Update e) {
            OutgoingTablePlan plan = plan(e.table());
            return new Update(
                    e.origin(),
                    e.table(),
                    plan.apply(e.oldKey()),
                    plan.apply(e.key()),
                    plan.apply(e.before()),
                    plan.apply(e.after()),
                    e.unfollowed());
        } else if (event instanceof Delete e) {
            OutgoingTablePlan plan = plan(e.table());
            return new Delete(e.origin(), e.table(), plan.apply(e.key()), plan.apply(e.before()));
        } else if (event instanceof SchemaChange e) {
            return new SchemaChange(
                    e.origin(), e.table(), e.statement(), map(e.definitions()), e.routing(), e.ghost(), e.renames());
        } else {
            return event;
        }
    }

    /** The tables as the topic has them. */
    public List<TableDefinition> map(Collection<TableDefinition> tables) {
        return tables.stream().map(this::map).toList();
    }

    /**
     * A table as the topic has it.
     *
     * @throws InvalidPipelineException if two of its columns have one name there
     */
    public TableDefinition map(TableDefinition table) {
        OutgoingTablePlan plan = plan(table.name());
        List<Problem> ambiguous = plan.ambiguous(table);
        if (!ambiguous.isEmpty()) {
            throw new InvalidPipelineException(ambiguous);
        }
        return plan.apply(withRulesOfTarget(table));
    }

    /** Leaves out the foreign key rules that the target cannot have; the capture stops before such a rule acts. */
    private TableDefinition withRulesOfTarget(TableDefinition table) {
        if (table.foreignKeys().stream().noneMatch(ForeignKey::acts)) {
            return table;
        }
        return table.referring(table.foreignKeys().stream()
                .map(key -> withRulesOfTarget(table, key))
                .toList());
    }

    private ForeignKey withRulesOfTarget(TableDefinition table, ForeignKey key) {
        if (!key.acts() || !PipelineTables.captures(config, key.parent())) {
            return key;
        }
        Optional<TableDefinition> parent =
                key.parent().equals(table.name()) ? Optional.of(table) : now.apply(key.parent());
        return key.acting(
                onTarget.canAct(table, key, parent, true) ? key.onDelete() : Rule.NO_ACTION,
                onTarget.canAct(table, key, parent, false) ? key.onUpdate() : Rule.NO_ACTION);
    }

    private OutgoingTablePlan plan(TableName table) {
        return plans.computeIfAbsent(table, name -> new OutgoingTablePlan(config.table(name.table())));
    }
}
