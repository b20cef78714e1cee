package io.dataflowsync.sandbox.verify;

import java.math.BigDecimal;

/** The values of FLOAT and DOUBLE as texts that are equal only where the number is, with the sign of zero. */
final class RealNumbers {
    /** How far from the first digit the point may be; beyond, there is an exponent. */
    private static final int FARTHEST = 40;

    private RealNumbers() {}

    /** @param printed as a server prints it with all of its digits */
    static String ofDouble(String printed) {
        return text(printed, new BigDecimal(printed));
    }

    /**
     * With the fewest digits that are this FLOAT: those that a DOUBLE of the target has of it.
     *
     * @param printed the FLOAT as a DOUBLE, {@code 20000.01953125}
     */
    static String ofFloat(String printed) {
        double exact = Double.parseDouble(printed);
        float number = (float) exact;
        // The fewest digits of the largest one are beyond a FLOAT.
        boolean isLargest = Math.abs(number) == Float.MAX_VALUE;
        return text(printed, new BigDecimal(isLargest ? Double.toString(number) : Float.toString(number)));
    }

    private static String text(String printed, BigDecimal number) {
        if (number.signum() == 0) {
            return printed.startsWith("-") ? "-0" : "0";
        }
        BigDecimal bare = number.stripTrailingZeros();
        return Math.abs(bare.precision() - bare.scale()) <= FARTHEST ? bare.toPlainString() : bare.toString();
    }
}
