package io.dataflowsync.cdc.definition;

import java.util.Optional;

/**
 * A TIMESTAMP of which a statement does not say all that 5.7 makes of it while {@code explicit_defaults_for_timestamp} is off, as it is
 * there by default.
 *
 * @param saysNull whether the statement says NULL or NOT NULL
 * @param saysDefault whether it gives a default, or has the server compute the column
 * @param saysUpdate whether it says ON UPDATE
 */
record OpenTimestamp(String column, boolean saysNull, boolean saysDefault, boolean saysUpdate) {
    private static final String CLOCK = "CURRENT_TIMESTAMP";

    /** The clauses that are missing in the statement, for the column as it is behind it; none where that is not known. */
    String words(Optional<SourceColumn> behind) {
        return behind.filter(column -> !column.nullable()).map(this::words).orElse("");
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
