package io.dataflowsync.pipeline.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Implements the functions of expressions. The result for NULL is NULL, except for functions that handle NULL. Positions count from 1. */
public final class ExpressionFunctions {
    private static final int LONGEST_TEXT = 16 * 1024 * 1024;

    private ExpressionFunctions() {}

    /** Returns the first of the values that is not NULL. */
    public static @Nullable Object coalesce(@Nullable Object... values) {
        for (Object value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** Returns NULL if the two are equal, else the first. */
    public static @Nullable Object nullIf(@Nullable Object value, @Nullable Object other) {
        return oneOf(value, other) ? null : value;
    }

    /** Whether the value is one of the others; false for NULL. */
    public static boolean oneOf(@Nullable Object value, @Nullable Object... others) {
        Arithmetic arithmetic = new Arithmetic();
        for (Object other : others) {
            if (value != null && arithmetic.equals(value, other)) {
                return true;
            }
        }
        return false;
    }

    public static @Nullable String upper(@Nullable Object value) {
        return value == null ? null : Numbers.text(value).toUpperCase(Locale.ROOT);
    }

    public static @Nullable String lower(@Nullable Object value) {
        return value == null ? null : Numbers.text(value).toLowerCase(Locale.ROOT);
    }

    public static @Nullable String trim(@Nullable Object value) {
        return value == null ? null : Numbers.text(value).strip();
    }

    /** Returns the number of characters. */
    public static @Nullable Long length(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = Numbers.text(value);
        return (long) text.codePointCount(0, text.length());
    }

    public static @Nullable String left(@Nullable Object value, @Nullable Object length) {
        return substring(value, 1, length);
    }

    public static @Nullable String right(@Nullable Object value, @Nullable Object length) {
        if (value == null || length == null) {
            return null;
        }
        long characters = TextFunctions.characters(Numbers.text(value));
        return substring(value, Math.max(1, characters - whole(length) + 1), length);
    }

    public static @Nullable String substring(@Nullable Object value, @Nullable Object from) {
        return substring(value, from, Integer.MAX_VALUE);
    }

    /** Substring of {@code length} characters from the position {@code from}; a position below 1 counts from the end. */
    public static @Nullable String substring(@Nullable Object value, @Nullable Object from, @Nullable Object length) {
        return value == null || from == null || length == null
                ? null
                : TextFunctions.part(Numbers.text(value), whole(from), whole(length));
    }

    /** Joins the values to one text; NULL if one of them is NULL. */
    public static @Nullable String concat(@Nullable Object... values) {
        StringBuilder text = new StringBuilder();
        for (Object value : values) {
            if (value == null) {
                return null;
            }
            text.append(Numbers.text(value));
            bounded(text.length());
        }
        return text.toString();
    }

    public static @Nullable String replace(@Nullable Object value, @Nullable Object what, @Nullable Object by) {
        if (value == null || what == null || by == null) {
            return null;
        }
        String text = Numbers.text(value);
        String searched = Numbers.text(what);
        if (searched.isEmpty()) {
            return text;
        }
        bounded((long) text.length() / searched.length() * Numbers.text(by).length());
        return text.replace(searched, Numbers.text(by));
    }

    /** Pads the text from the left to {@code length} characters. */
    public static @Nullable String lpad(@Nullable Object value, @Nullable Object length, @Nullable Object by) {
        if (value == null || length == null || by == null) {
            return null;
        }
        long missing = whole(length) - TextFunctions.characters(Numbers.text(value));
        String filling = Numbers.text(by);
        if (missing <= 0 || filling.isEmpty()) {
            return Numbers.text(value);
        }
        bounded(missing * filling.length());
        return TextFunctions.part(filling.repeat((int) missing), 1, missing) + Numbers.text(value);
    }

    public static @Nullable Boolean startsWith(@Nullable Object value, @Nullable Object start) {
        return value == null || start == null ? null : Numbers.text(value).startsWith(Numbers.text(start));
    }

    public static @Nullable Boolean endsWith(@Nullable Object value, @Nullable Object end) {
        return value == null || end == null ? null : Numbers.text(value).endsWith(Numbers.text(end));
    }

    public static @Nullable Boolean contains(@Nullable Object value, @Nullable Object part) {
        return value == null || part == null ? null : Numbers.text(value).contains(Numbers.text(part));
    }

    /** Whether a pattern, in Java's regular expressions, matches the whole text. */
    public static @Nullable Boolean matches(@Nullable Object value, @Nullable Object pattern) {
        return value == null || pattern == null
                ? null
                : TextFunctions.matches(Numbers.text(value), Numbers.text(pattern));
    }

    /** Returns the number that a text names. */
    public static @Nullable Object number(@Nullable Object value) {
        return value == null ? null : Arithmetic.number(Numbers.of(value));
    }

    public static @Nullable String text(@Nullable Object value) {
        return value == null ? null : Numbers.text(value);
    }

    public static @Nullable Object abs(@Nullable Object value) {
        return value == null ? null : Arithmetic.number(Numbers.of(value).abs());
    }

    public static @Nullable Object floor(@Nullable Object value) {
        return rounded(value, 0, RoundingMode.FLOOR);
    }

    public static @Nullable Object ceil(@Nullable Object value) {
        return rounded(value, 0, RoundingMode.CEILING);
    }

    public static @Nullable Object round(@Nullable Object value) {
        return rounded(value, 0, RoundingMode.HALF_UP);
    }

    /** Rounds to {@code digits} digits after the point, half up like MySQL. */
    public static @Nullable Object round(@Nullable Object value, @Nullable Object digits) {
        return digits == null
                ? null
                : rounded(value, (int) Math.min(30, Math.max(0, whole(digits))), RoundingMode.HALF_UP);
    }

    public static @Nullable Object least(@Nullable Object a, @Nullable Object b) {
        return a == null || b == null ? null : new Arithmetic().lessThan(b, a) ? b : a;
    }

    public static @Nullable Object greatest(@Nullable Object a, @Nullable Object b) {
        return a == null || b == null ? null : new Arithmetic().lessThan(a, b) ? b : a;
    }

    /** Returns the bytes of a binary value, or of a text in UTF-8, as upper case hexadecimal digits. */
    public static @Nullable String hex(@Nullable Object value) {
        return value == null ? null : HexFormat.of().withUpperCase().formatHex(bytes(value));
    }

    /** Returns the SHA-256 in hexadecimal digits. */
    public static @Nullable String sha256(@Nullable Object value) {
        return value == null ? null : TextFunctions.sha256(bytes(value));
    }

    /** Returns the bytes of a row's binary value, whose text is {@code 0x00FF}. */
    static byte[] bytes(Object value) {
        if (!Numbers.isBytes(value)) {
            return Numbers.text(value).getBytes(StandardCharsets.UTF_8);
        }
        String digits = value.toString();
        return digits.startsWith("0x")
                ? HexFormat.of().parseHex(digits, 2, digits.length())
                : digits.getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable Object rounded(@Nullable Object value, int digits, RoundingMode mode) {
        if (value == null) {
            return null;
        }
        BigDecimal number = Numbers.of(value);
        return Arithmetic.number(number.scale() <= digits ? number : number.setScale(digits, mode));
    }

    private static long whole(Object value) {
        return Numbers.of(value).setScale(0, RoundingMode.HALF_UP).longValue();
    }

    private static void bounded(long length) {
        if (length > LONGEST_TEXT) {
            throw new ExpressionException("a text of more than " + LONGEST_TEXT + " characters");
        }
    }
}
