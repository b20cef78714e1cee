package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent.Delete;
import io.dataflowsync.contract.event.ChangeEvent.Insert;
import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.event.ChangeEvent.Update;
import io.dataflowsync.contract.event.EventOrigin;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.event.Unchecked;
import io.dataflowsync.pipeline.expression.Expression;
import io.dataflowsync.pipeline.expression.ExpressionException;
import io.dataflowsync.pipeline.expression.RowContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the change that a target sees if it has only some rows of a table. */
final class RowFilter {
    private final TablePlan plan;
    private final Set<String> names;

    RowFilter(TablePlan plan) {
        this.plan = plan;
        this.names = plan.columns().names();
    }

    /**
     * The change as the target sees it: a row that begins to match the filter is inserted there, and a row that does not match any more is
     * deleted. Empty if the change is about no row of the target.
     */
    Optional<RowChange> seen(RowChange change) {
        if (plan.filter().isEmpty()) {
            return Optional.of(change);
        }
        Expression filter = plan.filter().get();
        boolean was = matches(filter, change.before());
        boolean is = matches(filter, change.after());
        if (change instanceof Update update && was != is) {
            return Optional.of(was ? left(update) : entered(update));
        }
        return was || is ? Optional.of(change) : Optional.empty();
    }

    /**
     * The deletion of a row that does not match any more. The source still has the row and the rows that refer to it: the target leaves
     * those as they are.
     */
    private static RowChange left(Update update) {
        EventOrigin origin = update.origin()
                .unchecked(Unchecked.of(true, update.origin().unchecked().uniqueKeys()));
        return new Delete(origin, update.table(), update.oldKey(), update.before());
    }

    /** The insertion of a row that begins to match. A row with a new key keeps the one that was reserved for its old key. */
    private RowChange entered(Update update) {
        if (plan.key().newKeys().isEmpty() || !update.changesKey() || FieldMapper.movesKey(update)) {
            return new Insert(update.origin(), update.table(), update.key(), update.after());
        }
        Map<String, @Nullable Object> values =
                new LinkedHashMap<>(update.after().asMap());
        plan.key()
                .columns()
                .forEach(column -> values.put(column, update.before().get(column)));
        return new Insert(update.origin(), update.table(), update.oldKey(), Row.of(values));
    }

    private boolean matches(Expression filter, @Nullable Row row) {
        try {
            return row != null
                    && filter.matches(RowContext.of(row.asMap(), plan.columns().kinds(), names));
        } catch (ExpressionException e) {
            throw e.isOfTheEvent()
                    ? PartialRow.lacking(plan, "the filter: " + e.getMessage())
                    : new MappingException(
                            ErrorCode.EXPRESSION_FAILED, "the filter of " + plan.source() + ": " + e.getMessage());
        }
    }
}
