package io.dataflowsync.sandbox.fuzz.generate;

import io.dataflowsync.sandbox.fuzz.model.Table;
import java.util.function.Consumer;

/**
 * A part of an ALTER TABLE.
 *
 * @param sql without the table's name
 * @param effect what it does to the table
 */
record Alteration(String sql, Consumer<Table> effect) {

    /** Both in one statement. */
    Alteration and(Alteration next) {
        return new Alteration(sql + ", " + next.sql, effect.andThen(next.effect));
    }
}
