package io.dataflowsync.dpu.relationship;

import java.util.List;
import java.util.stream.Stream;

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

    /** Returns the values of a statement that contains the query after other parameters, which have these values. */
    public Object[] valuesAfter(Object... others) {
        return Stream.concat(Stream.of(others), values.stream()).toArray();
    }
}
