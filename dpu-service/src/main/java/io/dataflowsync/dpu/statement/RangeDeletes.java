package io.dataflowsync.dpu.statement;

import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.dpu.relationship.KeyRange;
import io.dataflowsync.dpu.statement.SqlStatement.Expected;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Generates the deletes of all rows whose keys are in ranges. */
final class RangeDeletes {
    private static final int RANGES_AT_ONCE = 1_000;
    /** The rows of one DELETE, so that the server answers in time. */
    private static final BigInteger KEYS_AT_ONCE = BigInteger.valueOf(100_000);

    private final TableForm form;

    RangeDeletes(TableForm form) {
        this.form = form;
    }

    /**
     * @param column the column with the keys
     * @param constants the constants that the rows have
     */
    List<SqlStatement> of(String column, Row constants, List<KeyRange> ranges) {
        List<SqlStatement> statements = new ArrayList<>();
        List<KeyRange> open = new ArrayList<>();
        BigInteger keys = BigInteger.ZERO;
        for (KeyRange range : ranges) {
            for (KeyRange part : range.parts(KEYS_AT_ONCE)) {
                keys = keys.add(part.size());
                if (!open.isEmpty() && (open.size() == RANGES_AT_ONCE || keys.compareTo(KEYS_AT_ONCE) > 0)) {
                    statements.add(delete(column, constants, open));
                    open.clear();
                    keys = part.size();
                }
                open.add(part);
            }
        }
        if (!open.isEmpty()) {
            statements.add(delete(column, constants, open));
        }
        return statements;
    }

    private SqlStatement delete(String column, Row constants, List<KeyRange> ranges) {
        List<@Nullable Object> values = new ArrayList<>();
        ranges.forEach(range -> values.addAll(List.of(range.first(), range.last())));
        StringBuilder sql =
                new StringBuilder("DELETE FROM ").append(form.name()).append(" WHERE (");
        sql.append(String.join(
                " OR ", Collections.nCopies(ranges.size(), Identifiers.quoted(column) + " BETWEEN ? AND ?")));
        sql.append(')');
        for (String name : constants.columns()) {
            sql.append(" AND ").append(form.form(name).keyed());
            form.form(name).bindKeyed(constants.get(name), values);
        }
        return new SqlStatement(sql.toString(), values, Expected.ANY, null);
    }
}
