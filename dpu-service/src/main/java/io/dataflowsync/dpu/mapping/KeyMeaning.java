package io.dataflowsync.dpu.mapping;

import io.dataflowsync.dpu.relationship.KeySpace;
import io.dataflowsync.pipeline.json.JsonPath;
import java.util.List;

/** The meaning of a column's value as the key of a row. */
public sealed interface KeyMeaning {

    /** The value is not a key, or it is a key that stays as it is. */
    record Plain() implements KeyMeaning {}

    /** The key of a row that gets a new one. */
    record NewKey(KeySpace space) implements KeyMeaning {}

    /** The key of a row that keeps its own, moved by a number. */
    record Shifted(long by) implements KeyMeaning {}

    /** A reference that is written as NULL, since the table that it refers to is not captured. */
    record Nulled() implements KeyMeaning {}

    /** A reference that cannot be written, since the table that it refers to is not captured. */
    record Rejected(String table) implements KeyMeaning {}

    /**
     * A polymorphic reference: the key of a row of a table that another column names.
     *
     * @param by the name on the topic of the column that names the table, as the table spells it
     * @param words the meaning for each value of that column
     * @param otherwise the meaning for a value that the pipeline file does not name
     */
    record Polymorphic(String by, PolymorphicWords words, KeyMeaning otherwise) implements KeyMeaning {
        /** The same meaning, where another column with the same values names the table. */
        Polymorphic by(String column) {
            return new Polymorphic(column, words, otherwise);
        }
    }

    /** Keys at paths within a JSON document. */
    record InJson(List<Place> places) implements KeyMeaning {
        /** The meaning of the values at a path. */
        public record Place(JsonPath path, KeyMeaning meaning) {}
    }

    KeyMeaning PLAIN = new Plain();
}
