package io.dataflowsync.sandbox.fuzz.generate;

import io.dataflowsync.sandbox.fuzz.model.Table;
import java.util.function.Consumer;

/**
 * A part of an ALTER TABLE.
 *
 * @param sql the text without the table's name
 * @param effect the change that it makes to the table
 */
record Alteration(String sql, Consumer<Table> effect) {

    /** Both alterations in one statement. */
    Alteration and(Alteration next) {
        return new Alteration(sql + ", " + next.sql, effect.andThen(next.effect));
    }
}
