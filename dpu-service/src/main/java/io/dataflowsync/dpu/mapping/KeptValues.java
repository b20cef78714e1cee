package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.Members;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides whether a column keeps every value, as it is read, when its definition changes. If that is not certain, it counts as a change.
 */
final class KeptValues {
    private static final List<String> TEXTS = List.of("tinytext", "text", "mediumtext", "longtext");
    private static final List<String> BLOBS = List.of("tinyblob", "blob", "mediumblob", "longblob");
    private static final List<Long> BYTES = List.of(255L, 65_535L, 16_777_215L, 4_294_967_295L);
    private static final List<String> INTEGERS = List.of("tinyint", "smallint", "mediumint", "int", "bigint");
    private static final List<Integer> BITS = List.of(8, 16, 24, 32, 64);
    private static final Pattern SIZE = Pattern.compile("\\((\\d+)(?:,(\\d+))?\\)");
    private static final int LONGEST_CHARACTER = 4;

    private final ColumnDefinition before;
    private final ColumnDefinition after;
    private final boolean strict;
    private final boolean padded;

    private KeptValues(ColumnDefinition before, ColumnDefinition after, ValueMode mode) {
        this.before = before;
        this.after = after;
        this.strict = mode.strict();
        this.padded = mode.padded();
    }

    /** @param mode the mode of the session in which the definition changes */
    static boolean are(ColumnDefinition before, ColumnDefinition after, ValueMode mode) {
        KeptValues values = new KeptValues(before, after, mode);
        return before.generated() == after.generated() && values.keepsNull() && values.keepsType();
    }

    /** Whether each NULL stays NULL. The server writes its clock into a TIMESTAMP that must not be NULL. */
    private boolean keepsNull() {
        return !before.nullable()
                || after.nullable()
                || strict && !after.baseType().equals("timestamp");
    }

    private boolean keepsType() {
        if (!before.collation().isEmpty() || !after.collation().isEmpty()) {
            return keepsCharset() && keepsText();
        }
        if (before.type().equalsIgnoreCase(after.type())) {
            return true;
        }
        if (isZeroFilled(before) || isZeroFilled(after)) {
            // The number stays, but its digits change, and a text may be made of the digits.
            return false;
        }
        if (before.isInteger() && after.isInteger()) {
            return strict
                    || least(before).compareTo(least(after)) >= 0
                            && most(before).compareTo(most(after)) <= 0;
        }
        if (areBoth("decimal")) {
            return size(before, 2) == size(after, 2)
                    && (strict || size(before, 1) <= size(after, 1) && (isUnsigned(before) || !isUnsigned(after)));
        }
        if (areBoth("varbinary")) {
            return size(before, 1) <= size(after, 1);
        }
        return isNoSmaller(BLOBS);
    }

    private boolean keepsCharset() {
        return before.charset().equals(after.charset())
                || !before.collation().isEmpty() && after.charset().equals("utf8mb4");
    }

    private boolean keepsText() {
        if (areBoth("enum") || areBoth("set")) {
            List<String> members = Members.of(before);
            List<String> now = Members.of(after);
            return now.size() >= members.size()
                    && now.subList(0, members.size()).equals(members);
        }
        if (!before.charset().equals(after.charset()) && TEXTS.contains(before.baseType())) {
            return before.baseType().equals("tinytext") && isLarger(TEXTS)
                    || after.baseType().equals("longtext");
        }
        if (before.type().equalsIgnoreCase(after.type())) {
            return true;
        }
        if (padded && isOneOf(before, "char") && !isOneOf(after, "char")) {
            return false;
        }
        boolean isShort = isOneOf(before, "char", "varchar");
        if (isShort && (isOneOf(after, "varchar") || areBoth("char"))) {
            return size(before, 1) <= size(after, 1);
        }
        int text = TEXTS.indexOf(after.baseType());
        return isShort && text >= 0
                ? (long) size(before, 1) * LONGEST_CHARACTER <= BYTES.get(text)
                : isNoSmaller(TEXTS);
    }

    private boolean isNoSmaller(List<String> bySize) {
        return bySize.contains(before.baseType())
                && bySize.indexOf(before.baseType()) <= bySize.indexOf(after.baseType());
    }

    private boolean isLarger(List<String> bySize) {
        return bySize.indexOf(before.baseType()) < bySize.indexOf(after.baseType());
    }

    private boolean areBoth(String type) {
        return isOneOf(before, type) && isOneOf(after, type);
    }

    private static boolean isOneOf(ColumnDefinition column, String... types) {
        return List.of(types).contains(column.baseType());
    }

    /** One of the numbers in brackets after the name of the type; 0 if there is none. */
    private static int size(ColumnDefinition column, int which) {
        Matcher size = SIZE.matcher(column.type());
        return size.find() && size.group(which) != null ? Integer.parseInt(size.group(which)) : 0;
    }

    private static boolean isZeroFilled(ColumnDefinition column) {
        return column.type().contains("zerofill");
    }

    private static boolean isUnsigned(ColumnDefinition column) {
        return column.type().contains("unsigned");
    }

    static BigInteger least(ColumnDefinition column) {
        return isUnsigned(column)
                ? BigInteger.ZERO
                : BigInteger.ONE.shiftLeft(bits(column) - 1).negate();
    }

    static BigInteger most(ColumnDefinition column) {
        return BigInteger.ONE.shiftLeft(isUnsigned(column) ? bits(column) : bits(column) - 1);
    }

    private static int bits(ColumnDefinition column) {
        return BITS.get(INTEGERS.indexOf(column.baseType()));
    }
}
