package io.dataflowsync.dpu;

import io.dataflowsync.contract.catalog.ColumnDefinition;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.dpu.mapping.ColumnPlan;
import io.dataflowsync.dpu.mapping.FieldMapper;
import io.dataflowsync.dpu.mapping.TablePlan;
import io.dataflowsync.dpu.statement.StatementGenerator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that a table needs on its way to a target: its plan, its mapper and its statements.
 *
 * @param further the same for further targets, to which the rows of the table go too
 */
record TableRoom(TablePlan plan, FieldMapper mapper, StatementGenerator statements, List<TableRoom> further) {

    /** @param plans one for each target, at least one */
    static TableRoom of(List<TablePlan> plans) {
        List<TableRoom> further = plans.subList(1, plans.size()).stream()
                .map(plan -> of(List.of(plan)))
                .toList();
        TablePlan plan = plans.get(0);
        return new TableRoom(
                plan, new FieldMapper(plan), new StatementGenerator(plan.target(), plan.cascades()), further);
    }

    /** This one and the further ones. */
    List<TableRoom> all() {
        return further.isEmpty()
                ? List.of(this)
                : Stream.concat(Stream.of(this), further.stream()).toList();
    }

    /** Whether one of the targets lacks a column of the row. */
    boolean lacks(Row row) {
        return row.columns().stream().anyMatch(plan.missing()::contains)
                || further.stream().anyMatch(room -> room.lacks(row));
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
