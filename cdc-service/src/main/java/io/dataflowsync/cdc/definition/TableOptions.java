package io.dataflowsync.cdc.definition;

import org.jspecify.annotations.Nullable;

/**
 * The options of a table that its definition depends on.
 *
 * @param charset how the character set is given
 * @param collation the named collation; null unless that is {@link Charset#NAMED}
 * @param engine the engine in lower case; null if none is named
 */
record TableOptions(
        Charset charset,
        @Nullable String collation,
        @Nullable String engine) {
    static final TableOptions NONE = new TableOptions(Charset.UNSAID, null, null);

    /** How the character set is given. */
    enum Charset {
        UNSAID,
        /** That of the schema, by the word DEFAULT. */
        OF_SCHEMA,
        NAMED
    }

    TableOptions withCollation(String name) {
        return new TableOptions(Charset.NAMED, name, engine);
    }

    TableOptions withCollationOfSchema() {
        return new TableOptions(Charset.OF_SCHEMA, null, engine);
    }

    TableOptions withEngine(String name) {
        return new TableOptions(charset, collation, name);
    }
}
