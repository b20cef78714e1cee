package io.dataflowsync.contract.table;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column's type, split into its parts.
 *
 * @param name {@code decimal}, {@code varchar}; empty if it is not known
 * @param size the first number after the name: digits, characters, or fractional digits of a second; 0 if there is none
 * @param decimals the second number; -1 if there is none
 */
public record ColumnType(String name, int size, int decimals) {
    private static final Pattern SIZES = Pattern.compile("^[A-Za-z]+\\s*\\(\\s*(\\d+)(?:\\s*,\\s*(\\d+))?\\s*\\)");
    private static final Set<String> INTEGERS = Set.of("tinyint", "smallint", "mediumint", "int", "bigint");
    private static final Set<String> TEXTS = Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext");

    public static ColumnType of(ColumnDefinition column) {
        Matcher sizes = SIZES.matcher(column.type());
        boolean sized = sizes.find();
        int size = sized ? Integer.parseInt(sizes.group(1)) : 0;
        int decimals = sized && sizes.group(2) != null ? Integer.parseInt(sizes.group(2)) : -1;
        return new ColumnType(column.baseType(), size, decimals);
    }

    public boolean isInteger() {
        return INTEGERS.contains(name);
    }

    /** Whether it is a FLOAT or a DOUBLE. */
    public boolean isApproximate() {
        return name.equals("float") || name.equals("double");
    }

    public boolean isText() {
        return TEXTS.contains(name);
    }

    public boolean isBytes() {
        return name.endsWith("binary") || name.endsWith("blob");
    }

    public boolean isMembers() {
        return name.equals("enum") || name.equals("set");
    }

    public boolean isDocument() {
        return name.equals("json");
    }

    /** Returns the part of the type that determines how a value is printed: a year has four digits, with or without a size. */
    public ColumnType printed() {
        return name.equals("year") ? new ColumnType(name, 0, -1) : this;
    }

    /** Whether it is a date with a time. */
    public boolean isMoment() {
        return name.equals("datetime") || name.equals("timestamp");
    }

    /** Returns the number of digits after the point; -1 for a FLOAT or DOUBLE without such a limit. */
    public int scale() {
        return name.equals("decimal") ? Math.max(decimals, 0) : decimals;
    }

    /** Returns the most bytes that a text of this type holds; 0 for other types. */
    public long maxBytes() {
        return switch (name) {
            case "tinytext" -> 255;
            case "text" -> 65_535;
            case "mediumtext" -> 16_777_215;
            case "longtext" -> 4_294_967_295L;
            default -> 0;
        };
    }
}
