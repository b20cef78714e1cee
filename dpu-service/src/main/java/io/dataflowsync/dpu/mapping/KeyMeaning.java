package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.json.JsonPath;
import io.dataflowsync.dpu.relationship.KeySpace;
import java.util.List;

/** What a column's value means as a key of some row. */
public sealed interface KeyMeaning {

    /** Nothing, or a key that stays as it is. */
    record Plain() implements KeyMeaning {}

    /** The key of a row that gets a new one. */
    record NewKey(KeySpace space) implements KeyMeaning {}

    /** The key of a row that keeps its own, moved by a number. */
    record Shifted(long by) implements KeyMeaning {}

    /** A reference that is written as NULL, since nobody captures what it refers to. */
    record Nulled() implements KeyMeaning {}

    /** A reference that cannot be written, since nobody captures what it refers to. */
    record Rejected(String table) implements KeyMeaning {}

    /**
     * The key of a row of a table that another column tells.
     *
     * @param by the telling column, by its name on the topic, as the table spells it
     * @param words the meaning for each value of it
     * @param otherwise the meaning for a value that is not named
     */
    record Told(String by, PolymorphicWords words, KeyMeaning otherwise) implements KeyMeaning {
        /** The same, told by another column that has the same values. */
        Told by(String column) {
            return new Told(column, words, otherwise);
        }
    }

    /** Keys within a JSON document. */
    record InJson(List<Place> places) implements KeyMeaning {
        /** What the values at a path mean. */
        public record Place(JsonPath path, KeyMeaning meaning) {}
    }

    KeyMeaning PLAIN = new Plain();
}
