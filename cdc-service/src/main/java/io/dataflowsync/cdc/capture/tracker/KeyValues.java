package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.contract.table.ColumnDefinition;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides whether a key column that gets another type keeps each of its values, in whatever form it is written then. */
final class KeyValues {
    private static final List<String> INTEGERS = List.of("tinyint", "smallint", "mediumint", "int", "bigint");
    private static final List<String> TEXTS = List.of("char", "varchar");
    private static final List<String> WHOLE_UNICODE = List.of("utf8mb4", "utf16", "utf16le", "utf32", "gb18030");
    private static final List<String> PLAIN_UNICODE = List.of("utf8", "utf8mb3", "ucs2");
    private static final Pattern NUMBERS = Pattern.compile("[a-z]+\\((\\d+)(?:,(\\d+))?\\).*");

    private KeyValues() {}

    static boolean stay(ColumnDefinition was, ColumnDefinition is) {
        String from = was.baseType();
        String to = is.baseType();
        if (!charactersStay(was.charset(), is.charset())) {
            return false;
        }
        if (was.type().equals(is.type()) || from.equals("date") && to.equals("datetime")) {
            return true;
        }
        if (INTEGERS.contains(from) && INTEGERS.contains(to)) {
            return INTEGERS.indexOf(to) >= INTEGERS.indexOf(from) && isUnsigned(was) == isUnsigned(is);
        }
        if (from.equals("decimal") && to.equals("decimal")) {
            int digits = number(is, 1) - number(is, 2) - (number(was, 1) - number(was, 2));
            return digits >= 0 && number(is, 2) >= number(was, 2) && isUnsigned(was) == isUnsigned(is);
        }
        if (TEXTS.contains(from) && TEXTS.contains(to)) {
            return TEXTS.indexOf(to) >= TEXTS.indexOf(from) && number(is, 1) >= number(was, 1);
        }
        return switch (from) {
            case "time", "datetime", "timestamp", "varbinary" -> to.equals(from) && number(is, 1) >= number(was, 1);
            case "enum", "set" ->
                is.type().startsWith(was.type().substring(0, was.type().length() - 1) + ",");
            default -> false;
        };
    }

    /** Whether each character of the one set is in the other. Any other character becomes {@code ?} in a session that is not strict. */
    private static boolean charactersStay(String was, String is) {
        return was.equals(is)
                || was.equals("ascii")
                || WHOLE_UNICODE.contains(is)
                || PLAIN_UNICODE.contains(is) && !WHOLE_UNICODE.contains(was);
    }

    private static boolean isUnsigned(ColumnDefinition column) {
        return column.type().contains("unsigned");
    }

    /** The first or second number after the type's word; 0 if it has none. */
    private static int number(ColumnDefinition column, int which) {
        Matcher numbers = NUMBERS.matcher(column.type());
        return numbers.matches() && numbers.group(which) != null ? Integer.parseInt(numbers.group(which)) : 0;
    }
}
