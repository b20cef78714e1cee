package io.dataflowsync.dpu.statement;

import io.dataflowsync.contract.event.RowColumns;
import io.dataflowsync.dpu.statement.Shape.Kind;
import io.dataflowsync.dpu.statement.SqlStatement.Expected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Folds two changes that follow each other on one row into one change. */
final class Folding {
    private Folding() {}

    /**
     * Whether the later change undoes the earlier one, so that nothing is left to do.
     *
     * <p>This is never so for a table that others refer to. Rows of the others may be there before the row, because a filter had removed the
     * row or because they were written with the checks off. The DELETE then deletes them by a cascade.
     */
    static boolean isUndone(SqlStatement earlier, SqlStatement later) {
        return isPlainInsert(earlier)
                && kind(later) == Kind.DELETE
                && !shape(later).table().isReferredTo();
    }

    /** Returns one statement that does the work of both; empty if there is none. */
    static Optional<SqlStatement> of(SqlStatement earlier, SqlStatement later) {
        if (later.otherwise() != null || earlier.otherwise() != null) {
            return Optional.empty();
        }
        if (kind(later) == Kind.UPDATE) {
            return isPlainInsert(earlier) && !isFollowed(later) || kind(earlier) == Kind.UPDATE
                    ? Optional.of(merged(earlier, later))
                    : Optional.empty();
        }
        return kind(earlier) == Kind.UPDATE && kind(later) == Kind.DELETE ? Optional.of(later) : Optional.empty();
    }

    private static boolean isFollowed(SqlStatement update) {
        Shape shape = shape(update);
        return shape.written().names().stream().anyMatch(shape.table()::isFollowed);
    }

    private static boolean isPlainInsert(SqlStatement statement) {
        return kind(statement) == Kind.INSERT && statement.otherwise() == null;
    }

    private static @Nullable Kind kind(SqlStatement statement) {
        return statement.shape() == null ? null : statement.shape().kind();
    }

    private static SqlStatement merged(SqlStatement earlier, SqlStatement later) {
        Shape first = shape(earlier);
        Map<String, List<@Nullable Object>> written = written(earlier);
        written.putAll(written(later));
        List<@Nullable Object> values = new ArrayList<>();
        written.values().forEach(values::addAll);
        int own = values(first);
        values.addAll(earlier.values().subList(own, earlier.values().size()));
        Shape shape = first.kind() == Kind.INSERT
                ? first.table().insert(RowColumns.of(List.copyOf(written.keySet())))
                : first.table().update(RowColumns.of(List.copyOf(written.keySet())), first.key());
        return new SqlStatement(shape, values, Expected.ONE, null, null).checked(later.check());
    }

    /** The values of each written column. */
    private static Map<String, List<@Nullable Object>> written(SqlStatement statement) {
        Shape shape = shape(statement);
        Map<String, List<@Nullable Object>> written = new LinkedHashMap<>();
        int from = 0;
        for (String column : shape.written().names()) {
            int to = from + shape.table().form(column).width();
            written.put(column, statement.values().subList(from, to));
            from = to;
        }
        return written;
    }

    private static int values(Shape shape) {
        return shape.written().names().stream()
                .mapToInt(column -> shape.table().form(column).width())
                .sum();
    }

    private static Shape shape(SqlStatement statement) {
        if (statement.shape() == null) {
            throw new IllegalStateException("not a change of a row: " + statement.sql());
        }
        return statement.shape();
    }
}
