package io.dataflowsync.sandbox.fuzz.model;

import java.util.Random;
import java.util.function.Function;

/**
 * A column type and the values that are possible for it.
 *
 * @param sql the text in a definition, with its character set: {@code VARCHAR(20) CHARACTER SET latin1}
 * @param family the purposes for which the column can be used
 * @param hasDefault whether 5.7 accepts a literal as its default
 * @param literals makes a value as SQL
 */
public record FuzzColumnType(String sql, Family family, boolean hasDefault, Function<Random, String> literals) {

    /** A random value of the type, as SQL. */
    public String literal(Random random) {
        return literals.apply(random);
    }
}
