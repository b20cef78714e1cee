package io.dataflowsync.pipeline.expression;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the names in the {@code column('…')} of an expression's text. */
final class NamedColumns {
    private static final Pattern CALL =
            Pattern.compile("\\bcolumn\\s*\\(\\s*(?:(['\"])((?:(?!\\1)[^\\\\])*)\\1\\s*\\))?");

    private NamedColumns() {}

    /** Whether a call names this column, or its argument is not a literal text. */
    static boolean mayBe(String text, String column) {
        Matcher call = CALL.matcher(text);
        while (call.find()) {
            if (call.group(2) == null || call.group(2).equalsIgnoreCase(column)) {
                return true;
            }
        }
        return false;
    }
}
