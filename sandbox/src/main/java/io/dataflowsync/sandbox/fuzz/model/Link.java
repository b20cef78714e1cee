package io.dataflowsync.sandbox.fuzz.model;

import java.util.List;

/**
 * A foreign key that exists.
 *
 * @param parent the number of the table that it refers to
 * @param rules {@code ON DELETE CASCADE ON UPDATE RESTRICT}
 */
public record Link(String name, List<String> columns, int parent, List<String> parentColumns, String rules) {

    /** The text that adds it to a table. */
    public String definition(String parentName) {
        return "CONSTRAINT " + FuzzNames.quoted(name) + " FOREIGN KEY (" + FuzzNames.list(columns) + ") REFERENCES "
                + FuzzNames.quoted(parentName) + " (" + FuzzNames.list(parentColumns) + ")"
                + (rules.isEmpty() ? "" : " " + rules);
    }
}
