package io.dataflowsync.cdc.definition;

import io.dataflowsync.cdc.definition.SourceColumn.Generated;

/**
 * A column as a statement defines it.
 *
 * @param notNull whether it is NOT NULL by what the statement says of the column
 * @param fallback the value of a row that does not name the column
 * @param onUpdate whether it has ON UPDATE
 */
record ColumnClause(
        String name,
        TypeClause type,
        boolean notNull,
        Generated generated,
        boolean autoIncrement,
        Fallback fallback,
        boolean onUpdate) {

    /** The default that the statement gives. */
    enum Fallback {
        /** The statement gives none. */
        NONE,
        NULL,
        VALUE
    }

    boolean isTimestamp() {
        return type.base().equals("timestamp");
    }

    /** Whether it is a TIMESTAMP NOT NULL whose value is left to the server. */
    boolean isOpenTimestamp() {
        return isTimestamp() && notNull && fallback == Fallback.NONE && generated == Generated.NONE;
    }
}
