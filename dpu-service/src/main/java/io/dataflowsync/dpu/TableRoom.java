package io.dataflowsync.dpu;

import io.dataflowsync.contract.catalog.ColumnDefinition;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.dpu.mapping.ColumnPlan;
import io.dataflowsync.dpu.mapping.FieldMapper;
import io.dataflowsync.dpu.mapping.TablePlan;
import io.dataflowsync.dpu.statement.StatementGenerator;
import java.util.List;
import java.util.Optional;

/** All that a table needs on its way: its plan, its mapper and its statements. */
record TableRoom(TablePlan plan, FieldMapper mapper, StatementGenerator statements) {

    static TableRoom of(TablePlan plan) {
        return new TableRoom(plan, new FieldMapper(plan), new StatementGenerator(plan.target()));
    }

    /** Whether the plan knows all columns of a row; one of before a change of the table may have others. */
    boolean knows(Row row) {
        return row.columns().stream()
                .allMatch(name -> plan.columns().containsKey(name)
                        || plan.unwritten().contains(name)
                        || plan.missing().contains(name));
    }

    /** The target's columns of the key. */
    List<ColumnDefinition> keyColumns() {
        return plan.key().stream()
                .map(plan::column)
                .flatMap(Optional::stream)
                .map(ColumnPlan::target)
                .map(plan.target()::column)
                .flatMap(Optional::stream)
                .toList();
    }
}
