package io.dataflowsync.cdc.definition;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.dataflowsync.contract.table.ColumnDefinition;

/**
 * A column of a table of the source.
 *
 * @param name the name as the server spells it
 * @param type the full type as {@code information_schema.columns.column_type} shows it, {@code bigint(20) unsigned}
 * @param nullable whether it takes NULL
 * @param generated whether and how the server computes it
 * @param autoIncrement whether the server numbers it
 * @param ownDefault whether it has a default other than NULL
 * @param collation the collation of a text; empty for other types
 * @param onUpdate whether the server writes its clock into it with an UPDATE that does not name it
 */
public record SourceColumn(
        String name,
        String type,
        boolean nullable,
        Generated generated,
        boolean autoIncrement,
        boolean ownDefault,
        String collation,
        boolean onUpdate) {

    /** How the server computes a column. */
    public enum Generated {
        /** The server does not compute it: the column is written. */
        NONE,
        VIRTUAL,
        STORED
    }

    /** Whether a row may be written without it. */
    @JsonIgnore
    public boolean hasDefault() {
        return nullable || generated != Generated.NONE || autoIncrement || ownDefault;
    }

    /** The column as the services exchange it. */
    public ColumnDefinition definition() {
        return new ColumnDefinition(
                name, type, nullable, generated != Generated.NONE, autoIncrement, hasDefault(), collation, onUpdate);
    }

    /** The type's bare name: {@code bigint}. */
    String baseType() {
        int end = 0;
        while (end < type.length() && Character.isLetter(type.charAt(end))) {
            end++;
        }
        return type.substring(0, end);
    }

    boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** The same as a part of the primary key, which takes no NULL. */
    SourceColumn notNull() {
        return new SourceColumn(name, type, false, generated, autoIncrement, ownDefault, collation, onUpdate);
    }

    SourceColumn withOwnDefault(boolean has) {
        return new SourceColumn(name, type, nullable, generated, autoIncrement, has, collation, onUpdate);
    }

    SourceColumn ofType(String otherType, String otherCollation) {
        return new SourceColumn(
                name, otherType, nullable, generated, autoIncrement, ownDefault, otherCollation, onUpdate);
    }
}
