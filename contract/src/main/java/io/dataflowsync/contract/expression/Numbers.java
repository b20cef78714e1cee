package io.dataflowsync.contract.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The numbers of expressions: whole ones and decimals, each a BigDecimal while it is reckoned with. */
final class Numbers {
    /** Far more digits than a column of any kind has. */
    private static final int MOST_DIGITS = 1_000;

    private static final Pattern TEXT =
            Pattern.compile("\\s*[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?\\s*");

    private Numbers() {}

    static boolean isNumber(@Nullable Object value) {
        return value instanceof Number || value instanceof Boolean;
    }

    /** The number that a value is, or that its text names. */
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

    /** The number, unless it is beyond all measure. */
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

    /** A value as a row holds it; what is neither a text nor a number comes from a row as it is. */
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

    /** Whether it is neither a text nor a number, but bytes. */
    static boolean isBytes(Object value) {
        return !isText(value) && !isNumber(value);
    }

    /** Whether it is a text, or a moment, which is one for all but comparisons. */
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
