package io.dataflowsync.sandbox.fuzz.model;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param rest the text after the type and the nullability: a default, a comment, or the expression of a generated column
 * @param generated whether the server computes it
 * @param reference the column to which it refers, or referred while it had a constraint
 */
public record Column(
        String name,
        FuzzColumnType type,
        boolean nullable,
        String rest,
        boolean generated,
        @Nullable Reference reference) {

    /** A plain column without a default. */
    public static Column plain(String name, FuzzColumnType type, boolean nullable) {
        return new Column(name, type, nullable, "", false, null);
    }

    public Column named(String newName) {
        return new Column(newName, type, nullable, rest, generated, reference);
    }

    public Column referring(@Nullable Reference to) {
        return new Column(name, type, nullable, rest, generated, to);
    }

    public Column with(FuzzColumnType newType, boolean newNullable, String newRest) {
        return new Column(name, newType, newNullable, newRest, generated, reference);
    }

    /** The text for {@code CREATE TABLE} and {@code ADD COLUMN}. */
    public String definition() {
        if (generated) {
            return FuzzNames.quoted(name) + " " + type.sql() + " " + rest;
        }
        return FuzzNames.quoted(name) + " " + type.sql() + (nullable ? " NULL" : " NOT NULL")
                + (rest.isEmpty() ? "" : " " + rest);
    }
}
