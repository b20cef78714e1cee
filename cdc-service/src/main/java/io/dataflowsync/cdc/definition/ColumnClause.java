package io.dataflowsync.cdc.definition;

import io.dataflowsync.cdc.definition.SourceColumn.Generated;

/**
 * A column as a statement defines it.
 *
 * @param notNull whether it is NOT NULL by what the statement says of the column
 * @param fallback what a row gets that does not name it
 * @param onUpdate whether it says ON UPDATE
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

    /** Whether it leaves to the server what a TIMESTAMP that is NOT NULL is filled with. */
    boolean isOpenTimestamp() {
        return isTimestamp() && notNull && fallback == Fallback.NONE && generated == Generated.NONE;
    }
}
