package io.dataflowsync.cdc.definition;

import java.util.Optional;

/**
 * A TIMESTAMP whose definition leaves clauses out that 5.7 implies while {@code explicit_defaults_for_timestamp} is off, its default there.
 *
 * @param saysNull whether the statement says NULL or NOT NULL
 * @param saysDefault whether it gives a default, or is a generated column
 * @param saysUpdate whether it has ON UPDATE
 */
record OpenTimestamp(String column, boolean saysNull, boolean saysDefault, boolean saysUpdate) {
    private static final String CLOCK = "CURRENT_TIMESTAMP";

    /** The clauses that are missing in the statement, for the column as it is after the statement; none if that is not known. */
    String words(Optional<SourceColumn> after) {
        return after.filter(column -> !column.nullable()).map(this::words).orElse("");
    }

    private String words(SourceColumn column) {
        StringBuilder words = new StringBuilder(saysNull ? "" : " NOT NULL");
        if (!saysDefault && column.ownDefault()) {
            boolean clock = column.onUpdate() && !saysUpdate;
            String now = CLOCK + column.type().substring(column.baseType().length());
            words.append(clock ? " DEFAULT " + now + " ON UPDATE " + now : " DEFAULT '0000-00-00 00:00:00'");
        }
        return words.toString().strip();
    }
}
