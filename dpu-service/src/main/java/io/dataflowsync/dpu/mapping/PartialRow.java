package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.event.Row;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Checks that a change whose images lack columns has all columns that the plan of its table has to read. The value of a missing column is
 * not known, and must not be taken for NULL.
 */
final class PartialRow {
    private final TablePlan plan;

    PartialRow(TablePlan plan) {
        this.plan = plan;
    }

    /** @throws MappingException if the change lacks a column without which it cannot be applied */
    void require(RowChange change) {
        if (!change.isPartial()) {
            return;
        }
        Row before = Objects.requireNonNull(change.before());
        if (plan.key().isWholeRow()) {
            throw lacking("its rows are identified by all their columns", missing(before));
        }
        require("its rows are identified by", plan.key().columns(), before);
        plan.key().columns().forEach(name -> requireBoth(name, before));
        Row after = change.after();
        if (after != null) {
            require("the source computes", written(plan.columns().generated()::contains), after);
            require("the target's clock must not write", clocked(), after);
            plan.columns().written().keySet().forEach(name -> requireBoth(name, after));
        }
    }

    private List<String> written(Predicate<String> wanted) {
        return plan.columns().written().keySet().stream().filter(wanted).toList();
    }

    /** The columns that every UPDATE has to name. */
    private List<String> clocked() {
        return plan.clocked().stream()
                .filter(column -> !column.rule().isMade())
                .map(ColumnPlan::name)
                .toList();
    }

    private List<String> missing(Row row) {
        return plan.columns().names().stream()
                .filter(name -> !row.has(name))
                .sorted()
                .toList();
    }

    private void require(String why, List<String> names, Row row) {
        List<String> missing = names.stream().filter(name -> !row.has(name)).toList();
        if (!missing.isEmpty()) {
            throw lacking(why + " " + String.join(", ", names), missing);
        }
    }

    /** Requires both columns of a polymorphic reference, or neither: the value of the one has no meaning without the other. */
    private void requireBoth(String name, Row row) {
        ColumnPlan column = plan.columns().written().get(name);
        if (column != null
                && column.meaning() instanceof KeyMeaning.Polymorphic polymorphic
                && row.has(name) != row.has(polymorphic.by())) {
            throw lacking(
                    polymorphic.by() + " says what " + name + " refers to",
                    List.of(row.has(name) ? polymorphic.by() : name));
        }
    }

    private MappingException lacking(String why, List<String> missing) {
        return lacking(plan, why + ", and the event lacks " + String.join(", ", missing));
    }

    static MappingException lacking(TablePlan plan, String text) {
        return new MappingException(ErrorCode.IMAGE_INCOMPLETE, plan.source() + ": " + text);
    }
}
