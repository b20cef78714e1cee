package io.dataflowsync.pipeline.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.apache.commons.jexl3.JexlArithmetic;
import org.jspecify.annotations.Nullable;

/**
 * Implements the operators with their meaning in SQL: the result of an operation with NULL is NULL, a comparison with NULL is not true
 * except {@code == null}, numbers are exact, and {@code /} keeps 30 digits after the point. {@code +} joins texts.
 */
public final class Arithmetic extends JexlArithmetic {
    private static final int DIGITS_OF_A_QUOTIENT = 30;

    Arithmetic() {
        super(false, MathContext.UNLIMITED, DIGITS_OF_A_QUOTIENT);
    }

    @Override
    protected JexlArithmetic createWithOptions(boolean strict, MathContext context, int scale) {
        return this;
    }

    private static @Nullable Object compute(
            @Nullable Object left, @Nullable Object right, BinaryOperator<BigDecimal> operator) {
        if (left == null || right == null) {
            return null;
        }
        return number(Numbers.bounded(operator.apply(Numbers.of(left), Numbers.of(right))));
    }

    /** Converts to a whole number if there is no fraction. */
    static Object number(BigDecimal value) {
        return value.scale() == 0 ? (Object) value.toBigInteger() : value;
    }

    @Override
    public @Nullable Object add(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return null;
        }
        if (Numbers.isText(left) || Numbers.isText(right)) {
            return ExpressionFunctions.concat(left, right);
        }
        return compute(left, right, BigDecimal::add);
    }

    @Override
    public @Nullable Object subtract(@Nullable Object left, @Nullable Object right) {
        return compute(left, right, BigDecimal::subtract);
    }

    @Override
    public @Nullable Object multiply(@Nullable Object left, @Nullable Object right) {
        return compute(left, right, BigDecimal::multiply);
    }

    @Override
    public @Nullable Object divide(@Nullable Object left, @Nullable Object right) {
        return compute(left, right, (a, b) -> {
            BigDecimal quotient = a.divide(nonZero(b), DIGITS_OF_A_QUOTIENT, RoundingMode.HALF_UP)
                    .stripTrailingZeros();
            return quotient.scale() < 0 ? quotient.setScale(0) : quotient;
        });
    }

    @Override
    public @Nullable Object mod(@Nullable Object left, @Nullable Object right) {
        return compute(left, right, (a, b) -> a.remainder(nonZero(b)));
    }

    private static BigDecimal nonZero(BigDecimal divisor) {
        if (divisor.signum() == 0) {
            throw new ExpressionException("division by zero");
        }
        return divisor;
    }

    @Override
    public @Nullable Object negate(@Nullable Object value) {
        return value == null ? null : number(Numbers.of(value).negate());
    }

    @Override
    public @Nullable Object positivize(@Nullable Object value) {
        return value == null ? null : number(Numbers.of(value));
    }

    @Override
    public boolean equals(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return left == right;
        }
        if (Numbers.isBytes(left) != Numbers.isBytes(right)) {
            return Numbers.isBytes(left) ? TextFunctions.isText(left, right) : TextFunctions.isText(right, left);
        }
        return comparison(left, right).map(c -> c == 0).orElseGet(() -> left.equals(right));
    }

    @Override
    public boolean strictEquals(@Nullable Object left, @Nullable Object right) {
        return equals(left, right);
    }

    @Override
    public boolean lessThan(@Nullable Object left, @Nullable Object right) {
        return left != null && right != null && ordered(left, right) < 0;
    }

    @Override
    public boolean lessThanOrEqual(@Nullable Object left, @Nullable Object right) {
        return left != null && right != null && ordered(left, right) <= 0;
    }

    @Override
    public boolean greaterThan(@Nullable Object left, @Nullable Object right) {
        return left != null && right != null && ordered(left, right) > 0;
    }

    @Override
    public boolean greaterThanOrEqual(@Nullable Object left, @Nullable Object right) {
        return left != null && right != null && ordered(left, right) >= 0;
    }

    private static int ordered(Object left, Object right) {
        return comparison(left, right)
                .orElseThrow(() -> new ExpressionException(
                        "cannot compare " + Numbers.shown(left) + " with " + Numbers.shown(right)));
    }

    /** Compares texts character by character, moments by their meaning, and all other values as numbers. */
    private static Optional<Integer> comparison(Object left, Object right) {
        if (left instanceof Moment || right instanceof Moment) {
            return Moment.comparison(left, right);
        }
        if (left instanceof String a && right instanceof String b) {
            return Optional.of(a.compareTo(b));
        }
        if (!Numbers.isNumber(left) && !Numbers.isNumber(right)) {
            return Optional.empty();
        }
        Optional<BigDecimal> a = Numbers.find(left);
        Optional<BigDecimal> b = Numbers.find(right);
        return a.isPresent() && b.isPresent() ? Optional.of(a.get().compareTo(b.get())) : Optional.empty();
    }

    @Override
    public boolean toBoolean(@Nullable Object value) {
        return value != null && Numbers.truth(value);
    }

    @Override
    protected boolean toBoolean(boolean strict, @Nullable Object value) {
        return toBoolean(value);
    }

    @Override
    public boolean testPredicate(@Nullable Object value) {
        return toBoolean(value);
    }

    @Override
    public Object not(@Nullable Object value) {
        return !toBoolean(value);
    }

    @Override
    public @Nullable Boolean startsWith(@Nullable Object text, @Nullable Object start) {
        return ExpressionFunctions.startsWith(text, start);
    }

    @Override
    public @Nullable Boolean endsWith(@Nullable Object text, @Nullable Object end) {
        return ExpressionFunctions.endsWith(text, end);
    }

    /** {@code text =~ pattern}. */
    @Override
    public @Nullable Boolean contains(@Nullable Object pattern, @Nullable Object text) {
        return ExpressionFunctions.matches(text, pattern);
    }

    @Override
    public Boolean empty(@Nullable Object value) {
        return value == null || "".equals(value);
    }

    @Override
    public @Nullable Boolean isEmpty(@Nullable Object value, @Nullable Boolean otherwise) {
        return empty(value);
    }

    @Override
    public @Nullable Integer size(@Nullable Object value, @Nullable Integer otherwise) {
        throw unknown("size");
    }

    @Override
    public Iterable<?> createRange(Object from, Object to) {
        throw unknown("..");
    }

    @Override
    public Object and(Object left, Object right) {
        throw unknown("&");
    }

    @Override
    public Object or(Object left, Object right) {
        throw unknown("|");
    }

    @Override
    public Object xor(Object left, Object right) {
        throw unknown("^");
    }

    @Override
    public Object complement(Object value) {
        throw unknown("~");
    }

    @Override
    public Object shiftLeft(Object left, Object right) {
        throw unknown("<<");
    }

    @Override
    public Object shiftRight(Object left, Object right) {
        throw unknown(">>");
    }

    @Override
    public Object shiftRightUnsigned(Object left, Object right) {
        throw unknown(">>>");
    }

    private static ExpressionException unknown(String operator) {
        return new ExpressionException("there is no operator " + operator);
    }
}
