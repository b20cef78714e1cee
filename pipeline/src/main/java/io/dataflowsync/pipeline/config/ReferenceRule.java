package io.dataflowsync.pipeline.config;

import io.dataflowsync.pipeline.json.JsonPath;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Says which rows a referring column refers to. */
public sealed interface ReferenceRule {

    /** The meaning of a number that is hardly ever a key, in a column without a foreign key in the source. */
    enum OddKey {
        /** The file does not say it. */
        UNSAID,
        /** It refers to no row, and stays as it is. */
        NONE,
        /** It refers to the row with that key. */
        ROW
    }

    /** Returns the tables that the column may refer to. */
    Collection<String> parents();

    /** Returns the meaning of a 0. */
    OddKey zero();

    /** Returns the meaning of a number below 0. If 0 is the key of a row, each number below 0 is the key of a row, too. */
    OddKey negative();

    /** The column refers to rows of one table. */
    record ToTable(String table, OddKey zero, OddKey negative) implements ReferenceRule {
        public ToTable(String table) {
            this(table, OddKey.UNSAID, OddKey.UNSAID);
        }

        @Override
        public Collection<String> parents() {
            return List.of(table);
        }
    }

    /** The values at some places of a JSON document refer to rows of tables. */
    record InJson(List<Place> places, OddKey zero, OddKey negative) implements ReferenceRule {
        /** A place in the document, and the table whose keys stand there. */
        public record Place(JsonPath path, String table) {}

        @Override
        public Collection<String> parents() {
            return places.stream().map(Place::table).toList();
        }
    }

    /**
     * The column refers to rows of several tables; another column of the same row names the table.
     *
     * @param by the column that names the table
     * @param tables the table for each value of that column
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
