package io.dataflowsync.contract.catalog;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ColumnType;
import io.dataflowsync.contract.table.Members;
import java.util.HashSet;
import java.util.Locale;

/**
 * A column of the source and the one of the target that its values are written to. A strict server refuses what is too large or too long; it
 * says nothing where it rounds, cuts off blanks or a time of day, fills up with noughts, or takes a word for the place of a member.
 */
public record TypePair(ColumnDefinition source, ColumnDefinition target) {
    private static final int LONGEST_CHARACTER = 4;

    /** Whether the target has each value as the source has it, or refuses it by itself. */
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
     * Whether a statement that gives both columns another type makes the same of a value that both have. Only of values of one kind it does:
     * 2.5 becomes 3 where it is a decimal, and 2 where it is a floating number. It does not of a moment with a zone and one without, of a
     * text that is taken for its bytes in two character sets, of members in another order, of numbers and moments that are printed with
     * other digits, or of a document that is printed, or taken for a day. A time of day becomes a moment by the day of the statement's zone,
     * which its event may not tell; bytes become the letters of the table's character set, which the statement may not name.
     *
     * @param then what the statement makes of them
     */
    public boolean convertsAlike(ColumnDefinition then) {
        ColumnType from = ColumnType.of(source);
        ColumnType to = ColumnType.of(target);
        ColumnType behind = ColumnType.of(then);
        if (from.isDocument() || to.isDocument()) {
            return from.name().equals(to.name()) && (behind.isDocument() || !isPrinted(behind) && !isDay(behind));
        }
        if (from.isMembers() || to.isMembers()) {
            return from.name().equals(to.name())
                    && Members.of(source).equals(Members.of(target))
                    && (!behind.isBytes() || charset(source).equals(charset(target)));
        }
        if (from.isMoment() || to.isMoment()) {
            return from.name().equals(to.name()) && (!isPrinted(behind) || from.size() == to.size());
        }
        if (from.isText() && to.isText()) {
            return textConvertsAlike(from, to, behind);
        }
        if (from.isBytes() || to.isBytes()) {
            return isOfBytesAlike() && !behind.isText() && !behind.isMembers();
        }
        return to.isText() ? isReadAlike(from, behind) : isOfOneKind(from, to, behind);
    }

    /** Whether both are bytes, and filled up alike: a statement that says their letters' character set makes the same text of both. */
    public boolean isOfBytesAlike() {
        ColumnType from = ColumnType.of(source);
        ColumnType to = ColumnType.of(target);
        return from.isBytes()
                && to.isBytes()
                && from.name().equals("binary") == to.name().equals("binary");
    }

    /**
     * Whether the target's column is of the type already that a statement gives the source's, and had each of the source's values as that
     * type has it.
     *
     * @param then what the statement makes of the source's
     */
    public boolean isConvertedAlready(ColumnDefinition then) {
        ColumnType to = ColumnType.of(target);
        ColumnType behind = ColumnType.of(then);
        boolean isThere = to.isInteger() && to.name().equals(behind.name()) || to.equals(behind);
        return isThere
                && isPlain(ColumnType.of(source))
                && isPlain(behind)
                && !isZeroFilled(source)
                && !isZeroFilled(then);
    }

    private static boolean isPlain(ColumnType type) {
        return type.isInteger() || type.isText() || type.name().equals("decimal");
    }

    /**
     * Whether an expression comes to the same of the one column as of the other, where both have the same value.
     *
     * @param byLetters whether the expression looks at more than the letters of a text, such as their bytes or which are equal
     */
    public boolean isComputedWithAlike(boolean byLetters) {
        ColumnType from = ColumnType.of(source);
        ColumnType to = ColumnType.of(target);
        if (from.isText() && to.isText()) {
            return from.name().equals("char") == to.name().equals("char")
                    && (!byLetters || source.collation().equals(target.collation()));
        }
        if (from.isMembers() && to.isMembers()) {
            return from.name().equals(to.name())
                    && Members.of(source).equals(Members.of(target))
                    && (!byLetters || source.collation().equals(target.collation()));
        }
        boolean isOfOneSign =
                source.type().contains("unsigned") == target.type().contains("unsigned");
        if (from.isInteger() && to.isInteger()) {
            return isOfOneSign && !isZeroFilled(source) && !isZeroFilled(target);
        }
        return from.printed().equals(to.printed()) && isOfOneSign && isZeroFilled(source) == isZeroFilled(target);
    }

    private boolean textConvertsAlike(ColumnType from, ColumnType to, ColumnType behind) {
        boolean isSamePadding = from.name().equals("char") == to.name().equals("char");
        if (behind.isMembers()) {
            return source.collation().equals(target.collation());
        }
        return !behind.isBytes() || isSamePadding && charset(source).equals(charset(target));
    }

    /** Whether the statement makes of a number's or a day's digits what it makes of the number or the day. */
    private boolean isReadAlike(ColumnType from, ColumnType behind) {
        boolean isPlain =
                !isZeroFilled(source) && (from.isInteger() || from.name().equals("decimal"));
        boolean isExact = behind.isInteger() || behind.name().equals("decimal");
        return !from.name().equals("bit") && behind.isText() && !from.name().equals("time") || isPlain && isExact;
    }

    private boolean isOfOneKind(ColumnType from, ColumnType to, ColumnType behind) {
        boolean isZeroFilledAlike = isZeroFilled(source) == isZeroFilled(target);
        if (from.isInteger() && to.isInteger()) {
            return !isPrinted(behind) || isZeroFilledAlike && !isZeroFilled(source);
        }
        boolean isOne = (from.name().equals(to.name()) || source.isSpatial() && target.isSpatial())
                && (!from.isApproximate() || from.scale() == to.scale() && from.size() == to.size());
        boolean isOfADay = from.name().equals("time")
                && (behind.isMoment() || behind.name().equals("date"));
        return isOne && !isOfADay && (!isPrinted(behind) || from.printed().equals(to.printed()) && isZeroFilledAlike);
    }

    /**
     * Whether a statement makes a day or a moment of a text, of which the target reads an offset at its end, and the source cuts it off.
     *
     * @param then what the statement makes of both
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

    /** Whether its digits are kept as they are written. */
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
        return (isShort ? (long) from.size() * LONGEST_CHARACTER : from.room()) <= to.room();
    }
}
