package io.dataflowsync.verify;

import java.math.BigDecimal;

/** Formats the values of FLOAT and DOUBLE as texts that are equal only if the numbers are, including the minus sign of zero. */
final class RealNumbers {
    /** The largest distance between the first digit and the point; beyond, there is an exponent. */
    private static final int FARTHEST = 40;

    private RealNumbers() {}

    /** @param printed the number as a server prints it with all of its digits */
    static String ofDouble(String printed) {
        return text(printed, new BigDecimal(printed));
    }

    /**
     * The shortest digits that mean this FLOAT: those that a DOUBLE of the target has for it.
     *
     * @param printed the FLOAT as a DOUBLE, {@code 20000.01953125}
     */
    static String ofFloat(String printed) {
        double exact = Double.parseDouble(printed);
        float number = (float) exact;
        // The shortest digits of the largest FLOAT are outside the range of a FLOAT.
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
