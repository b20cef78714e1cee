package io.dataflowsync.contract.config;

import io.dataflowsync.contract.json.JsonPath;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a referring column refers to. */
public sealed interface ReferenceRule {

    /** What a number that is hardly ever a key refers to, in a column that no foreign key of the source holds. */
    enum OddKey {
        /** Nobody has said it. */
        UNSAID,
        /** No row: it stays as it is. */
        NONE,
        /** The row with that key. */
        ROW
    }

    /** The tables that it may refer to. */
    Collection<String> parents();

    /** What a 0 refers to. */
    OddKey zero();

    /** What a number below 0 refers to; where 0 is the key of a row, so is each of these. */
    OddKey negative();

    /** Rows of one table. */
    record ToTable(String table, OddKey zero, OddKey negative) implements ReferenceRule {
        public ToTable(String table) {
            this(table, OddKey.UNSAID, OddKey.UNSAID);
        }

        @Override
        public Collection<String> parents() {
            return List.of(table);
        }
    }

    /** Rows of tables, by the values at some places of a JSON document. */
    record InJson(List<Place> places, OddKey zero, OddKey negative) implements ReferenceRule {
        /** Where the keys of rows of a table stand. */
        public record Place(JsonPath path, String table) {}

        @Override
        public Collection<String> parents() {
            return places.stream().map(Place::table).toList();
        }
    }

    /**
     * Rows of several tables, told apart by another column of the same row.
     *
     * @param by the telling column
     * @param tables its values, and the table of each
     */
    record Polymorphic(String by, Map<String, String> tables, OddKey zero, OddKey negative) implements ReferenceRule {
        public Polymorphic(String by, Map<String, String> tables) {
            this(by, tables, OddKey.UNSAID, OddKey.UNSAID);
        }

        @Override
        public Collection<String> parents() {
            return tables.values();
        }
    }
}
