package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.Members;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether a column keeps every value, as it is read, when its definition changes. What is not certain counts as a change. */
final class KeptValues {
    private static final List<String> TEXTS = List.of("tinytext", "text", "mediumtext", "longtext");
    private static final List<String> BLOBS = List.of("tinyblob", "blob", "mediumblob", "longblob");
    private static final List<Long> BYTES = List.of(255L, 65_535L, 16_777_215L, 4_294_967_295L);
    private static final List<String> INTEGERS = List.of("tinyint", "smallint", "mediumint", "int", "bigint");
    private static final List<Integer> BITS = List.of(8, 16, 24, 32, 64);
    private static final Pattern SIZE = Pattern.compile("\\((\\d+)(?:,(\\d+))?\\)");
    private static final int LONGEST_CHARACTER = 4;

    private final ColumnDefinition before;
    private final ColumnDefinition behind;
    private final boolean strict;
    private final boolean padded;

    private KeptValues(ColumnDefinition before, ColumnDefinition behind, ValueMode mode) {
        this.before = before;
        this.behind = behind;
        this.strict = mode.strict();
        this.padded = mode.padded();
    }

    /** @param mode of the session in which the definition changes */
    static boolean are(ColumnDefinition before, ColumnDefinition behind, ValueMode mode) {
        KeptValues values = new KeptValues(before, behind, mode);
        return before.generated() == behind.generated() && values.keepsNull() && values.keepsType();
    }

    /** The server puts its clock into a TIMESTAMP that must not be NULL. */
    private boolean keepsNull() {
        return !before.nullable()
                || behind.nullable()
                || strict && !behind.baseType().equals("timestamp");
    }

    private boolean keepsType() {
        if (!before.collation().isEmpty() || !behind.collation().isEmpty()) {
            return keepsCharset() && keepsText();
        }
        if (before.type().equalsIgnoreCase(behind.type())) {
            return true;
        }
        if (isZeroFilled(before) || isZeroFilled(behind)) {
            // The number stays, and its digits do not, of which a text may be made.
            return false;
        }
        if (before.isInteger() && behind.isInteger()) {
            return strict
                    || least(before).compareTo(least(behind)) >= 0
                            && most(before).compareTo(most(behind)) <= 0;
        }
        if (areBoth("decimal")) {
            return size(before, 2) == size(behind, 2)
                    && (strict || size(before, 1) <= size(behind, 1) && (isUnsigned(before) || !isUnsigned(behind)));
        }
        if (areBoth("varbinary")) {
            return size(before, 1) <= size(behind, 1);
        }
        return isNoSmaller(BLOBS);
    }

    private boolean keepsCharset() {
        return before.charset().equals(behind.charset())
                || !before.collation().isEmpty() && behind.charset().equals("utf8mb4");
    }

    private boolean keepsText() {
        if (areBoth("enum") || areBoth("set")) {
            List<String> members = Members.of(before);
            List<String> now = Members.of(behind);
            return now.size() >= members.size()
                    && now.subList(0, members.size()).equals(members);
        }
        if (!before.charset().equals(behind.charset()) && TEXTS.contains(before.baseType())) {
            return before.baseType().equals("tinytext") && isLarger(TEXTS)
                    || behind.baseType().equals("longtext");
        }
        if (before.type().equalsIgnoreCase(behind.type())) {
            return true;
        }
        if (padded && isOneOf(before, "char") && !isOneOf(behind, "char")) {
            return false;
        }
        boolean isShort = isOneOf(before, "char", "varchar");
        if (isShort && (isOneOf(behind, "varchar") || areBoth("char"))) {
            return size(before, 1) <= size(behind, 1);
        }
        int text = TEXTS.indexOf(behind.baseType());
        return isShort && text >= 0
                ? (long) size(before, 1) * LONGEST_CHARACTER <= BYTES.get(text)
                : isNoSmaller(TEXTS);
    }

    private boolean isNoSmaller(List<String> bySize) {
        return bySize.contains(before.baseType())
                && bySize.indexOf(before.baseType()) <= bySize.indexOf(behind.baseType());
    }

    private boolean isLarger(List<String> bySize) {
        return bySize.indexOf(before.baseType()) < bySize.indexOf(behind.baseType());
    }

    private boolean areBoth(String type) {
        return isOneOf(before, type) && isOneOf(behind, type);
    }

    private static boolean isOneOf(ColumnDefinition column, String... types) {
        return List.of(types).contains(column.baseType());
    }

    /** A number of those behind the type's name; 0 where there is none. */
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
