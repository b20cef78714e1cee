package io.dataflowsync.dpu.plan;

import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.dpu.mapping.ColumnPlan;
import io.dataflowsync.dpu.mapping.FieldMapper;
import io.dataflowsync.dpu.mapping.MappedChange;
import io.dataflowsync.dpu.mapping.TablePlan;
import io.dataflowsync.dpu.mapping.UniqueValues;
import io.dataflowsync.dpu.relationship.KnownKeys;
import io.dataflowsync.dpu.statement.SqlStatement;
import io.dataflowsync.dpu.statement.StatementGenerator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Everything that the rows of a table need on their way to a target: plan, mapper and statements.
 *
 * @param unique the unique values of its rows
 * @param processing the processor that is asked about each change, if there is one
 * @param further the contexts of further targets to which the rows of the table go, too
 */
public record TableContext(
        TablePlan plan,
        FieldMapper mapper,
        StatementGenerator statements,
        UniqueValues unique,
        Optional<Processing> processing,
        List<TableContext> further) {

    /**
     * Creates the context of a table.
     *
     * @param plans one for each target, at least one
     * @param processing creates the processing of a target
     */
    static TableContext of(List<TablePlan> plans, Function<TablePlan, Optional<Processing>> processing) {
        List<TableContext> further = plans.subList(1, plans.size()).stream()
                .map(plan -> of(List.of(plan), processing))
                .toList();
        TablePlan plan = plans.get(0);
        return new TableContext(
                plan,
                new FieldMapper(plan),
                new StatementGenerator(plan.target(), plan.effects().cascades(), plan.targetKey()),
                new UniqueValues(plan),
                processing.apply(plan),
                further);
    }

    /** Returns the statements of a change as this target sees it. */
    List<SqlStatement> statements(RowChange seen, KnownKeys keys) {
        MappedChange mapped = mapper.map(seen, keys);
        List<SqlStatement> own = processing.isEmpty()
                ? statements.statements(mapped)
                : processing.get().statements(seen, mapped, mapper.targetKey(seen, keys), statements);
        return plan.effects().emptied().isEmpty() || !FieldMapper.keepsChangedKey(seen)
                ? own
                : withEmptied(own, seen, keys);
    }

    private List<SqlStatement> withEmptied(List<SqlStatement> own, RowChange seen, KnownKeys keys) {
        Object key = Objects.requireNonNull(mapper.targetKey(seen, keys).get(0));
        return Stream.concat(
                        own.stream(),
                        plan.effects().emptied().stream().map(reference -> StatementGenerator.empty(reference, key)))
                .toList();
    }

    /** Whether a change of a row writes this row only: there is one target and no processor. */
    boolean isSimple() {
        return further.isEmpty() && processing.isEmpty();
    }

    /** This context and the further ones. */
    List<TableContext> all() {
        return further.isEmpty()
                ? List.of(this)
                : Stream.concat(Stream.of(this), further.stream()).toList();
    }

    /** Whether one of the targets lacks a column of the row. */
    boolean lacks(Row row) {
        return !plan.columns().missing().isEmpty()
                        && row.columns().stream().anyMatch(plan.columns().missing()::containsKey)
                || !further.isEmpty() && further.stream().anyMatch(context -> context.lacks(row));
    }

    /** Whether the plan knows all columns of a row. A row from before a change of the table may have others. */
    boolean knows(Row row) {
        for (String name : row.columns()) {
            if (!plan.columns().written().containsKey(name)
                    && !plan.columns().unwritten().contains(name)
                    && !plan.columns().missing().containsKey(name)) {
                return false;
            }
        }
        return true;
    }

    /** The target's columns of the key. */
    List<ColumnDefinition> keyColumns() {
        return plan.key().columns().stream()
                .map(plan::finding)
                .flatMap(Optional::stream)
                .map(ColumnPlan::target)
                .map(plan.target()::column)
                .flatMap(Optional::stream)
                .toList();
    }
}
