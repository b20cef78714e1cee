package io.dataflowsync.dpu.mapping;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Formats numbers as MySQL prints them. */
final class NumberText {
    private static final int SURE_DIGITS = 15;
    private static final int MOST_DIGITS = 17;
    /** The number of digits that MySQL prints of a FLOAT. */
    private static final MathContext OF_FLOAT = new MathContext(6, RoundingMode.HALF_EVEN);
    /** The places, counted from the first digit, between which the point may be; outside of them, the number has an exponent. */
    private static final int POINT_LEFT = -14;

    private static final int POINT_RIGHT = 15;

    private NumberText() {}

    /** A value as a text: a number with a point as MySQL prints it, another value as it is written. */
    static String ofValue(Object value) {
        return value instanceof Double number ? of(number) : value.toString();
    }

    static String of(double number) {
        return number == 0 ? zero(number) : printed(shortest(number));
    }

    static String ofFloat(double number) {
        return number == 0 ? zero(number) : printed(new BigDecimal((double) (float) number).round(OF_FLOAT));
    }

    /** The number as a column with this number of decimals prints it. */
    static String of(double number, int decimals) {
        String text = new BigDecimal(number)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
        boolean isMinusZero = Math.copySign(1, number) < 0 && !text.startsWith("-");
        return isMinusZero ? "-" + text : text;
    }

    private static String zero(double number) {
        return 1 / number < 0 ? "-0" : "0";
    }

    /** The number with the fewest digits that identify it: Java sometimes writes one digit too many. */
    private static BigDecimal shortest(double number) {
        BigDecimal exact = new BigDecimal(number);
        boolean isNormal = Math.abs(number) >= Double.MIN_NORMAL;
        for (int digits = isNormal ? SURE_DIGITS : 1; digits < MOST_DIGITS; digits++) {
            BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (nearest.doubleValue() == number) {
                return nearest;
            }
            // Above a power of two, the next number is further away than below it.
            BigDecimal larger = exact.round(new MathContext(digits, RoundingMode.UP));
            if (larger.doubleValue() == number) {
                return larger;
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
    }

    private static String printed(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        int point = bare.precision() - bare.scale();
        if (point >= POINT_LEFT && point <= POINT_RIGHT) {
            return bare.toPlainString();
        }
        int power = point - 1;
        return bare.scaleByPowerOfTen(-power).toPlainString() + "e" + power;
    }
}
