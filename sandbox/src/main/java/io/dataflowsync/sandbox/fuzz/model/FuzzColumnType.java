package io.dataflowsync.sandbox.fuzz.model;

import java.util.Random;
import java.util.function.Function;

/**
 * A column type and the values that suit it.
 *
 * @param sql as a definition names it, with its character set: {@code VARCHAR(20) CHARACTER SET latin1}
 * @param family what the column can be used for
 * @param hasDefault whether 5.7 takes a literal as its default
 * @param literals makes a value as SQL
 */
public record FuzzColumnType(String sql, Family family, boolean hasDefault, Function<Random, String> literals) {

    /** A random value of the type, as SQL. */
    public String literal(Random random) {
        return literals.apply(random);
    }
}
