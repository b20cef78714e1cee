package io.dataflowsync.dpu.plan;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.mapping.ComparedColumns;
import io.dataflowsync.dpu.mapping.ComputedReferences;
import io.dataflowsync.dpu.mapping.MappingException;
import io.dataflowsync.dpu.mapping.TablePlan;
import io.dataflowsync.dpu.mapping.Tables;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.TableConfig;
import io.dataflowsync.pipeline.preflight.ComputedColumns;
import io.dataflowsync.pipeline.preflight.TargetDoings;
import io.dataflowsync.pipeline.preflight.TargetDoings.Doing;
import io.dataflowsync.pipeline.preflight.TargetDoings.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Checks what the target does by itself to the rows of a table, before the first of them is planned.
 *
 * <p>Rows that would get other values are not written. What an operator must know is logged once, and kept for the status.
 */
public final class TargetActions {
    private static final Logger LOG = Logger.getLogger(TargetActions.class);

    private final PipelineConfig config;
    private final Set<String> warnings = new ConcurrentSkipListSet<>();
    private volatile @Nullable TargetDoings doings;

    public TargetActions(PipelineConfig config) {
        this.config = config;
    }

    /** Sets the target's actions as they are now. */
    public void are(TargetDoings now) {
        doings = now;
        now.unseen().ifPresent(this::warnOrRefuse);
    }

    /**
     * Checks the tables that a table's rows go to.
     *
     * @param plans one for each target of the table
     * @param source all tables of the source
     * @param tables the tables as they are where the rows are written
     * @throws MappingException if the rows would get other values
     */
    void require(List<TablePlan> plans, Collection<TableName> source, Tables tables) {
        TargetDoings known = doings;
        if (known == null) {
            return;
        }
        Set<String> written =
                config.targetsOf(source.stream().map(TableName::table).toList());
        ComputedReferences references = new ComputedReferences(config, tables, known::expression);
        for (int i = 0; i < plans.size(); i++) {
            TableName table = plans.get(i).source();
            TableConfig settings = config.table(table.table()).targets().get(i);
            known.of(plans.get(i).target().name().table(), settings, written).forEach(this::warnOrRefuse);
            references.require(plans.get(i), settings);
        }
    }

    /**
     * Returns the plans with the columns that the target must compute to the same values by itself.
     *
     * @param plans one for each target of the table
     * @param tables the tables as they are where the rows are written
     */
    List<TablePlan> comparing(List<TablePlan> plans, Tables tables) {
        TargetDoings known = doings;
        if (known == null) {
            return plans;
        }
        ComparedColumns columns = new ComparedColumns(tables, known);
        List<TablePlan> comparing = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            TablePlan plan = plans.get(i);
            comparing.add(columns.of(
                    plan, config.table(plan.source().table()).targets().get(i)));
        }
        return comparing;
    }

    private void warnOrRefuse(Doing doing) {
        if (doing.kind() == Kind.CHANGES_ROWS) {
            throw new MappingException(ErrorCode.TARGET_TRIGGER, doing.toString());
        }
        if (doing.kind() == Kind.COMPUTES_OTHERWISE) {
            throw new MappingException(ErrorCode.TARGET_COMPUTES, doing.toString());
        }
        if (warnings.add(doing.toString())) {
            LOG.warnf("%s", doing);
        }
    }

    /** The target's computed columns. */
    public ComputedColumns computed() {
        TargetDoings known = doings;
        return known == null ? ComputedColumns.NONE : known.computed();
    }

    /** What an operator must know, collected since the service started. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }
}
