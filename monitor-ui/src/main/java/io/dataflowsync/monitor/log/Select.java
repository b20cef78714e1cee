package io.dataflowsync.monitor.log;

import java.util.ArrayList;
import java.util.List;

/** A SELECT with the values of its parameters. */
record Select(String sql, List<Object> arguments) {

    static Select of(String sql, Object... arguments) {
        return new Select(sql, List.of(arguments));
    }

    /** Joins conditions by AND as they are added. */
    static final class Conditions {
        private final StringBuilder sql = new StringBuilder();
        private final List<Object> arguments = new ArrayList<>();

        Conditions and(String condition, Object... values) {
            sql.append(sql.isEmpty() ? " WHERE " : " AND ").append(condition);
            arguments.addAll(List.of(values));
            return this;
        }

        Select newestFirst(String columnsAndTable, int limit) {
            arguments.add(limit);
            return new Select(columnsAndTable + sql + " ORDER BY id DESC LIMIT ?", arguments);
        }
    }
}
