package io.dataflowsync.contract.config;

import io.dataflowsync.contract.json.JsonPath;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a referring column refers to. */
public sealed interface ReferenceRule {

    /** The tables that it may refer to. */
    Collection<String> parents();

    /** Rows of one table. */
    record ToTable(String table) implements ReferenceRule {
        @Override
        public Collection<String> parents() {
            return List.of(table);
        }
    }

    /** Rows of tables, by the values at some places of a JSON document. */
    record InJson(List<Place> places) implements ReferenceRule {
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
    record Polymorphic(String by, Map<String, String> tables) implements ReferenceRule {
        @Override
        public Collection<String> parents() {
            return tables.values();
        }
    }
}
