package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.contract.table.ColumnDefinition;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says how the source compares the values of two columns of a foreign key.
 *
 * <p>It gives each value a name: if the server takes two values as equal, their names are equal. Some values that differ have the same
 * name, too. If the server's order is not certain, there is no name.
 */
enum KeyComparison {
    /** By number. */
    NUMBER {
        @Override
        String of(Object value) {
            return value.toString();
        }
    },
    /** By number, with any number of digits after the point. */
    DECIMAL {
        @Override
        String of(Object value) {
            BigDecimal number = new BigDecimal(value.toString());
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
    },
    /** By number; -0 and 0 are equal. */
    FLOAT {
        @Override
        String of(Object value) {
            return value.equals(-0.0) ? "0.0" : value.toString();
        }
    },
    /** By code point, without spaces at the end. */
    CODES {
        @Override
        String of(Object value) {
            return folded(value);
        }
    },
    /** By a collation whose order is known for printable ASCII characters, and not for other characters. */
    LETTERS {
        @Override
        @Nullable
        String of(Object value) {
            return PRINTABLE_ASCII.matcher(value.toString()).matches() ? folded(value) : null;
        }
    },
    /** By byte; zeros at the end may be padding. */
    BYTES {
        @Override
        @Nullable
        String of(Object value) {
            return value instanceof Binary binary ? unpadded(binary.toString()) : null;
        }
    },
    /** As the values are written. In columns of one type, equal values are written in the same way. */
    LITERAL {
        @Override
        String of(Object value) {
            return value.toString();
        }
    },
    UNKNOWN {
        @Override
        @Nullable
        String of(Object value) {
            return null;
        }
    };

    private static final Pattern PRINTABLE_ASCII = Pattern.compile("[ -~]*");

    /**
     * Collations that distinguish printable ASCII characters, or take capital and small letters as equal, and change nothing else about
     * them.
     */
    private static final Pattern KNOWN_COLLATION =
            Pattern.compile("(ascii|latin[127]|cp125[0167]|cp85[02]|cp866|koi8r|greek"
                    + "|hebrew|utf8|utf8mb3|utf8mb4|ucs2|utf16|utf16le|utf32)_general_c[is]"
                    + "|(utf8|utf8mb3|utf8mb4|ucs2|utf16|utf32)_unicode(_520)?_ci|latin1_(swedish|german1)_ci");

    /** A character set that has Swedish letters in the places of some ASCII characters. */
    private static final String SEVEN_BITS = "swe7_bin";

    private static final Pattern ZEROS = Pattern.compile("(00)+$");

    /** The name of a value; null if it is not known which other values are equal to it. */
    abstract @Nullable String of(Object value);

    /** The comparison of two columns, one of which refers to the other. */
    static KeyComparison of(ColumnDefinition one, ColumnDefinition other) {
        KeyComparison comparison = of(one);
        boolean same =
                switch (comparison) {
                    case NUMBER, BYTES -> comparison == of(other);
                    case CODES, LETTERS ->
                        comparison == of(other) && one.collation().equals(other.collation());
                    default -> one.type().equals(other.type());
                };
        return same ? comparison : UNKNOWN;
    }

    /** The comparison of the values of a column with each other. */
    static KeyComparison of(ColumnDefinition column) {
        if (column.isInteger()) {
            return NUMBER;
        }
        return switch (column.baseType()) {
            case "decimal" -> DECIMAL;
            case "float", "double" -> FLOAT;
            case "char", "varchar", "tinytext", "text", "mediumtext", "longtext" -> ofText(column.collation());
            case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" -> BYTES;
            case "date", "time", "datetime", "timestamp", "year", "bit", "enum", "set" -> LITERAL;
            default -> UNKNOWN;
        };
    }

    /** The comparison of texts of a collation. */
    static KeyComparison ofText(String collation) {
        if (collation.endsWith("_bin") && !collation.equals(SEVEN_BITS)) {
            return CODES;
        }
        return KNOWN_COLLATION.matcher(collation).matches() ? LETTERS : UNKNOWN;
    }

    private static String folded(Object text) {
        int end = text.toString().length();
        while (end > 0 && text.toString().charAt(end - 1) == ' ') {
            end--;
        }
        return text.toString().substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static String unpadded(String bytes) {
        return ZEROS.matcher(bytes).replaceFirst("");
    }
}
