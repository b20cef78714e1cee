package io.dataflowsync.pipeline.catalog;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ColumnType;
import io.dataflowsync.contract.table.Members;
import java.util.HashSet;
import java.util.Locale;

/**
 * Compares a column of the source with the column of the target to which its values are written.
 *
 * <p>A strict server refuses a value that is too large or too long. It reports no error if it rounds, cuts off blanks or a time of day,
 * pads with zeros, or takes a word for the index of a member.
 */
public record TypePair(ColumnDefinition source, ColumnDefinition target) {
    private static final int LONGEST_CHARACTER = 4;

    /** Whether the target stores each value exactly as the source has it, or refuses it. */
    public boolean isExact() {
        ColumnType from = ColumnType.of(source);
        ColumnType to = ColumnType.of(target);
        if (to.isInteger()) {
            return isWhole(from);
        }
        if (to.isText()) {
            return !from.name().isEmpty() && !from.isBytes() && (!from.isText() || isNoShorter(from, to));
        }
        return switch (to.name()) {
            case "decimal" -> isWhole(from) || from.name().equals("decimal") && from.scale() <= to.scale();
            case "float", "double" -> isAsPrecise(from, to);
            case "date", "year", "bit", "json" -> from.name().equals(to.name());
            case "datetime", "timestamp" -> from.name().equals("date") || from.isMoment() && from.size() <= to.size();
            case "time" -> from.name().equals("time") && from.size() <= to.size();
            case "enum", "set" ->
                from.name().equals(to.name()) && new HashSet<>(Members.of(target)).containsAll(Members.of(source));
            case "binary" -> from.name().equals("binary") && from.size() == to.size();
            default -> true;
        };
    }

    /**
     * Whether a statement that gives both columns another type converts equal values to equal values.
     *
     * <p>This holds only for values of one kind: 2.5 becomes 3 if it is a decimal, and 2 if it is a floating-point number. It does not
     * hold for
     *
     * <ul>
     *   <li>a moment with a zone and one without,
     *   <li>a text that becomes bytes from two character sets,
     *   <li>members in another order,
     *   <li>numbers and moments that are printed with different digits,
     *   <li>a document that is printed or converted to a date,
     *   <li>a time of day that becomes a moment: it gets the date in the statement's zone, which the event may not contain,
     *   <li>bytes that become a text: they get the character set of the table, which the statement may not name.
     * </ul>
     *
     * @param then the column after the statement
     */
    public boolean convertsAlike(ColumnDefinition then) {
        ColumnType from = ColumnType.of(source);
        ColumnType to = ColumnType.of(target);
        ColumnType after = ColumnType.of(then);
        if (from.isDocument() || to.isDocument()) {
            return from.name().equals(to.name()) && (after.isDocument() || !isPrinted(after) && !isDay(after));
        }
        if (from.isMembers() || to.isMembers()) {
            return from.name().equals(to.name())
                    && Members.of(source).equals(Members.of(target))
                    && (!after.isBytes() || charset(source).equals(charset(target)));
        }
        if (from.isMoment() || to.isMoment()) {
            return from.name().equals(to.name()) && (!isPrinted(after) || from.size() == to.size());
        }
        if (from.isText() && to.isText()) {
            return textConvertsAlike(from, to, after);
        }
        if (from.isBytes() || to.isBytes()) {
            return isOfBytesAlike() && !after.isText() && !after.isMembers();
        }
        return to.isText() ? isReadAlike(from, after) : isOfOneKind(from, to, after);
    }

    /** Whether both are bytes and are padded in the same way: a statement that names the character set converts both to the same text. */
    public boolean isOfBytesAlike() {
        ColumnType from = ColumnType.of(source);
        ColumnType to = ColumnType.of(target);
        return from.isBytes()
                && to.isBytes()
                && from.name().equals("binary") == to.name().equals("binary");
    }

    /**
     * Whether the target's column already has the type that a statement gives the source's column, and stored each of the source's values
     * as that type does.
     *
     * @param then the source's column after the statement
     */
    public boolean isConvertedAlready(ColumnDefinition then) {
        ColumnType to = ColumnType.of(target);
        ColumnType after = ColumnType.of(then);
        boolean isThere = to.isInteger() && to.name().equals(after.name()) || to.equals(after);
        return isThere
                && isPlain(ColumnType.of(source))
                && isPlain(after)
                && !isZeroFilled(source)
                && !isZeroFilled(then);
    }

    private static boolean isPlain(ColumnType type) {
        return type.isInteger() || type.isText() || type.name().equals("decimal");
    }

    /**
     * Whether an expression has the same result for both columns, if both have the same value.
     *
     * @param byBytesOrEquality whether the expression uses more than the letters of a text, such as their bytes or their equality
     */
    public boolean isComputedWithAlike(boolean byBytesOrEquality) {
        ColumnType from = ColumnType.of(source);
        ColumnType to = ColumnType.of(target);
        if (from.isText() && to.isText()) {
            return from.name().equals("char") == to.name().equals("char")
                    && (!byBytesOrEquality || source.collation().equals(target.collation()));
        }
        if (from.isMembers() && to.isMembers()) {
            return from.name().equals(to.name())
                    && Members.of(source).equals(Members.of(target))
                    && (!byBytesOrEquality || source.collation().equals(target.collation()));
        }
        boolean haveSameSignedness =
                source.type().contains("unsigned") == target.type().contains("unsigned");
        if (from.isInteger() && to.isInteger()) {
            return haveSameSignedness && !isZeroFilled(source) && !isZeroFilled(target);
        }
        return from.printed().equals(to.printed())
                && haveSameSignedness
                && isZeroFilled(source) == isZeroFilled(target);
    }

    private boolean textConvertsAlike(ColumnType from, ColumnType to, ColumnType after) {
        boolean isSamePadding = from.name().equals("char") == to.name().equals("char");
        if (after.isMembers()) {
            return source.collation().equals(target.collation());
        }
        return !after.isBytes() || isSamePadding && charset(source).equals(charset(target));
    }

    /** Whether the statement converts the digits of a number or date to the same value as the number or date itself. */
    private boolean isReadAlike(ColumnType from, ColumnType after) {
        boolean isPlain =
                !isZeroFilled(source) && (from.isInteger() || from.name().equals("decimal"));
        boolean isExact = after.isInteger() || after.name().equals("decimal");
        return !from.name().equals("bit") && after.isText() && !from.name().equals("time") || isPlain && isExact;
    }

    private boolean isOfOneKind(ColumnType from, ColumnType to, ColumnType after) {
        boolean isZeroFilledAlike = isZeroFilled(source) == isZeroFilled(target);
        if (from.isInteger() && to.isInteger()) {
            return !isPrinted(after) || isZeroFilledAlike && !isZeroFilled(source);
        }
        boolean isOne = (from.name().equals(to.name()) || source.isSpatial() && target.isSpatial())
                && (!from.isApproximate() || from.scale() == to.scale() && from.size() == to.size());
        boolean isOfADay =
                from.name().equals("time") && (after.isMoment() || after.name().equals("date"));
        return isOne && !isOfADay && (!isPrinted(after) || from.printed().equals(to.printed()) && isZeroFilledAlike);
    }

    /**
     * Whether a statement converts a text to a date or a moment: at the end of such a text the target reads an offset, and the source cuts
     * it off.
     *
     * @param then both columns after the statement
     */
    public boolean mayReadOffset(ColumnDefinition then) {
        return isDay(ColumnType.of(then)) && isWords(ColumnType.of(source)) && isWords(ColumnType.of(target));
    }

    private static boolean isWords(ColumnType type) {
        return type.isText() || type.isBytes();
    }

    private static boolean isDay(ColumnType type) {
        return type.isMoment() || type.name().equals("date") || type.name().equals("time");
    }

    /** Whether the type stores digits as they are written. */
    private static boolean isPrinted(ColumnType type) {
        return type.isText() || type.isBytes() || type.isMembers() || type.isDocument();
    }

    private static boolean isZeroFilled(ColumnDefinition column) {
        return column.type().toLowerCase(Locale.ROOT).contains("zerofill");
    }

    private static String charset(ColumnDefinition column) {
        return column.charset().equals("utf8mb3") ? "utf8" : column.charset();
    }

    private static boolean isWhole(ColumnType from) {
        return from.isInteger()
                || from.name().equals("bit")
                || from.name().equals("year")
                || from.name().equals("decimal") && from.scale() == 0;
    }

    private static boolean isAsPrecise(ColumnType from, ColumnType to) {
        boolean isAlike = from.isApproximate()
                && (to.name().equals("double") || from.name().equals("float"));
        boolean isSmall = fits(from, to);
        boolean isBounded = to.scale() >= 0;
        return isAlike && (!isBounded || from.scale() >= 0 && from.scale() <= to.scale()) || isSmall;
    }

    private static boolean fits(ColumnType from, ColumnType to) {
        return switch (from.name()) {
            case "tinyint", "smallint" -> true;
            case "mediumint", "int" -> to.name().equals("double");
            default -> false;
        };
    }

    private static boolean isNoShorter(ColumnType from, ColumnType to) {
        boolean isShort = from.name().equals("char") || from.name().equals("varchar");
        if (to.name().equals("char")) {
            return from.name().equals("char") && from.size() <= to.size();
        }
        if (to.name().equals("varchar")) {
            return isShort && from.size() <= to.size();
        }
        return (isShort ? (long) from.size() * LONGEST_CHARACTER : from.maxBytes()) <= to.maxBytes();
    }
}
