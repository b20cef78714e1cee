package io.dataflowsync.pipeline.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts the numbers of expressions: whole numbers and decimals are a BigDecimal during the computation. */
final class Numbers {
    /** Far more digits than a column of any type has. */
    private static final int MOST_DIGITS = 1_000;

    private static final Pattern TEXT =
            Pattern.compile("\\s*[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?\\s*");

    private Numbers() {}

    static boolean isNumber(@Nullable Object value) {
        return value instanceof Number || value instanceof Boolean;
    }

    /** Returns the number of a value, or the number that its text names. */
    static BigDecimal of(Object value) {
        return find(value).orElseThrow(() -> new ExpressionException("not a number: " + shown(value)));
    }

    static Optional<BigDecimal> find(Object value) {
        if (value instanceof Long || value instanceof Integer) {
            return Optional.of(BigDecimal.valueOf(((Number) value).longValue()));
        }
        if (value instanceof BigInteger whole) {
            return Optional.of(new BigDecimal(whole));
        }
        if (value instanceof Boolean truth) {
            return Optional.of(truth ? BigDecimal.ONE : BigDecimal.ZERO);
        }
        if (value instanceof Number) {
            return Optional.of(bounded(new BigDecimal(value.toString())));
        }
        boolean named = value instanceof String text
                && text.length() <= MOST_DIGITS
                && TEXT.matcher(text).matches();
        return named ? Optional.of(bounded(new BigDecimal(((String) value).strip()))) : Optional.empty();
    }

    /** Returns the number, and throws if it has too many digits. */
    static BigDecimal bounded(BigDecimal number) {
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new ExpressionException("a number of more than " + MOST_DIGITS + " digits");
        }
        return number;
    }

    static boolean truth(Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        if (value instanceof Number) {
            return of(value).signum() != 0;
        }
        throw new ExpressionException("neither true nor false: " + shown(value));
    }

    /** Converts a value to the type that a row holds. A value that is neither a text nor a number comes from a row and stays as it is. */
    static @Nullable Object stored(@Nullable Object value) {
        if (value == null || value instanceof String) {
            return value;
        }
        if (value instanceof Moment moment) {
            return moment.text();
        }
        if (value instanceof Boolean truth) {
            return truth ? 1L : 0L;
        }
        if (value instanceof Long || value instanceof Integer) {
            return ((Number) value).longValue();
        }
        if (value instanceof BigInteger whole) {
            return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
        }
        if (value instanceof Number) {
            return of(value).toPlainString();
        }
        return value;
    }

    /** Whether the value is bytes: neither a text nor a number. */
    static boolean isBytes(Object value) {
        return !isText(value) && !isNumber(value);
    }

    /** Whether the value is a text, or a moment, which is a text except in comparisons. */
    static boolean isText(Object value) {
        return value instanceof String || value instanceof Moment;
    }

    static String text(Object value) {
        if (isBytes(value)) {
            throw new ExpressionException("bytes are no text: " + shown(value) + "; hex() has their digits");
        }
        return String.valueOf(stored(value));
    }

    static String shown(Object value) {
        String text = String.valueOf(value);
        return "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
    }
}
