package io.dataflowsync.contract.config;

import io.dataflowsync.contract.json.JsonPath;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a referring column refers to. */
public sealed interface ReferenceRule {

    /** What a 0 in a column refers to that no foreign key of the source holds. */
    enum Zero {
        /** Nobody has said it. */
        UNSAID,
        /** No row: it stays 0. */
        NONE,
        /** The row with the key 0. */
        ROW
    }

    /** The tables that it may refer to. */
    Collection<String> parents();

    Zero zero();

    /** Rows of one table. */
    record ToTable(String table, Zero zero) implements ReferenceRule {
        public ToTable(String table) {
            this(table, Zero.UNSAID);
        }

        @Override
        public Collection<String> parents() {
            return List.of(table);
        }
    }

    /** Rows of tables, by the values at some places of a JSON document. */
    record InJson(List<Place> places, Zero zero) implements ReferenceRule {
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
    record Polymorphic(String by, Map<String, String> tables, Zero zero) implements ReferenceRule {
        public Polymorphic(String by, Map<String, String> tables) {
            this(by, tables, Zero.UNSAID);
        }

        @Override
        public Collection<String> parents() {
            return tables.values();
        }
    }
}
