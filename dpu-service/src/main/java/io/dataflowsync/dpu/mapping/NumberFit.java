package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.contract.table.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Accepts numbers, and texts that name numbers, that the target's type holds exactly. Otherwise the server would round them, or take a text
 * for bits.
 */
final class NumberFit {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE]([+-]?[0-9]+))?");
    /** The most characters of an exponent: no column has a number with a longer one. */
    private static final int LONGEST_EXPONENT = 4;

    private static final int MOST_DIGITS = 1_000;
    private static final BigInteger TWO_DIGITS = BigInteger.valueOf(99);
    private static final Pattern SHORT_YEAR = Pattern.compile("[0-9]{1,3}");

    private final ColumnType from;
    private final ColumnType to;
    private final ColumnFit.Misfit misfit;

    private NumberFit(ColumnType from, ColumnType to, ColumnFit.Misfit misfit) {
        this.from = from;
        this.to = to;
        this.misfit = misfit;
    }

    /** The fit for a numeric type of the target. A type of other values needs no fit. */
    static ColumnFit of(ColumnType from, ColumnType to, ColumnFit.Misfit misfit) {
        NumberFit fit = new NumberFit(from, to, misfit);
        if (to.isInteger()) {
            return value -> fit.whole(fit.named(value));
        }
        return switch (to.name()) {
            case "decimal" -> value -> fit.decimal(fit.named(value));
            case "float", "double" -> value -> fit.approximate(fit.named(value));
            case "bit" -> value -> value instanceof Binary ? value : fit.bits(fit.named(value));
            case "year" -> value -> fit.year(fit.named(value));
            default -> ColumnFit.ANY;
        };
    }

    /** The value if it is a number, or the text that names one. For bytes it is their text. */
    private Object named(Object value) {
        if (value instanceof Number) {
            return value;
        }
        String text = ColumnFit.text(value);
        Matcher number = NUMBER.matcher(text.strip());
        if (!number.matches()) {
            throw misfit.misread(value);
        }
        String exponent = number.group(1);
        if (text.length() > MOST_DIGITS || exponent != null && exponent.length() > LONGEST_EXPONENT) {
            throw misfit.cut(value);
        }
        return text;
    }

    private static BigDecimal number(Object value) {
        return new BigDecimal(ColumnFit.text(value).strip());
    }

    private Object whole(Object value) {
        if (value instanceof Long || value instanceof BigInteger) {
            return value;
        }
        BigDecimal number = number(value);
        if (number.stripTrailingZeros().scale() > 0) {
            throw misfit.cut(value);
        }
        BigInteger whole = number.toBigInteger();
        return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
    }

    private Object decimal(Object value) {
        if (number(value).stripTrailingZeros().scale() > to.scale()) {
            throw misfit.cut(value);
        }
        return value;
    }

    /** The value, if a number of this type is equal to it, or is written with the same digits. */
    private Object approximate(Object value) {
        BigDecimal number = number(value);
        boolean isFloat = to.name().equals("float");
        double held = isFloat ? (double) number.floatValue() : number.doubleValue();
        if (Double.isInfinite(held)) {
            return value;
        }
        BigDecimal printed = new BigDecimal(isFloat ? Float.toString((float) held) : NumberText.of(held));
        boolean isSame = printed.compareTo(number) == 0
                || (value instanceof Double given ? given == held : new BigDecimal(held).compareTo(number) == 0);
        if (!isSame || to.decimals() >= 0 && !isHeldBy(number, isFloat)) {
            throw misfit.cut(value);
        }
        return value;
    }

    private boolean isHeldBy(BigDecimal number, boolean isFloat) {
        BigDecimal rounded = number.setScale(to.decimals(), RoundingMode.HALF_UP);
        return isFloat ? rounded.floatValue() == number.floatValue() : rounded.doubleValue() == number.doubleValue();
    }

    private Object bits(Object value) {
        Object whole = whole(value);
        if (new BigInteger(whole.toString()).signum() < 0) {
            throw misfit.misread(value);
        }
        return whole;
    }

    /**
     * The value as a year. The server takes a year of less than four digits for one of this century or the last. A 0 of the pipeline file
     * is the year 0.
     */
    private Object year(Object value) {
        boolean isText = from.isText()
                && value instanceof String text
                && SHORT_YEAR.matcher(text.strip()).matches();
        Object whole = whole(value);
        BigInteger year = new BigInteger(whole.toString());
        if (isText || year.signum() > 0 && year.compareTo(TWO_DIGITS) <= 0) {
            throw misfit.misread(value);
        }
        return whole;
    }
}
