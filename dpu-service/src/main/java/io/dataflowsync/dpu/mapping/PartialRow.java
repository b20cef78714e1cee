package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.event.Row;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Holds a change whose images lack columns against the plan of its table: what the plan has to read must be there. A column that an image
 * lacks is not known, and must not pass for NULL.
 */
final class PartialRow {
    private final TablePlan plan;

    PartialRow(TablePlan plan) {
        this.plan = plan;
    }

    /** @throws MappingException where the change lacks a column that it cannot be applied without */
    void require(RowChange change) {
        if (!change.isPartial()) {
            return;
        }
        Row before = Objects.requireNonNull(change.before());
        if (plan.key().isEmpty()) {
            throw lacking("its rows are told apart by all their columns", missing(before));
        }
        require("its rows are told apart by", plan.key(), before);
        plan.key().forEach(name -> requireTold(name, before));
        Row after = change.after();
        if (after != null) {
            require("the source computes", written(plan.generated()::contains), after);
            require("the target's clock must not write", clocked(), after);
            plan.columns().keySet().forEach(name -> requireTold(name, after));
        }
    }

    private List<String> written(Predicate<String> wanted) {
        return plan.columns().keySet().stream().filter(wanted).toList();
    }

    /** The columns that every UPDATE has to name. */
    private List<String> clocked() {
        return plan.clocked().stream()
                .filter(column -> !column.rule().isMade())
                .map(ColumnPlan::name)
                .toList();
    }

    private List<String> missing(Row row) {
        return plan.names().stream().filter(name -> !row.has(name)).sorted().toList();
    }

    private void require(String why, List<String> names, Row row) {
        List<String> missing = names.stream().filter(name -> !row.has(name)).toList();
        if (!missing.isEmpty()) {
            throw lacking(why + " " + String.join(", ", names), missing);
        }
    }

    /** What a column's value means may stand in another one: neither is understood, nor kept as it is, without the other. */
    private void requireTold(String name, Row row) {
        ColumnPlan column = plan.columns().get(name);
        if (column != null && column.meaning() instanceof KeyMeaning.Told told && row.has(name) != row.has(told.by())) {
            throw lacking(told.by() + " tells what " + name + " refers to", List.of(row.has(name) ? told.by() : name));
        }
    }

    private MappingException lacking(String why, List<String> missing) {
        return lacking(plan, why + ", and the event lacks " + String.join(", ", missing));
    }

    static MappingException lacking(TablePlan plan, String text) {
        return new MappingException(ErrorCode.IMAGE_INCOMPLETE, plan.source() + ": " + text);
    }
}
