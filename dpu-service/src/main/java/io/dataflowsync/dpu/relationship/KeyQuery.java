package io.dataflowsync.dpu.relationship;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * A query of old keys, which a statement on another package's tables contains.
 *
 * <p>A package names only its own tables. It hands such a query to the package that has the other tables, so that the server compares the
 * keys, and millions of them are not read into memory.
 *
 * @param sql selects one column: the old keys
 * @param values the values of its parameters, in order
 */
public record KeyQuery(String sql, List<Object> values) {

    /**
     * Sets the values in a statement that contains the query.
     *
     * @param before the number of parameters before the query
     */
    public void bind(PreparedStatement statement, int before) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(before + i + 1, values.get(i));
        }
    }
}
