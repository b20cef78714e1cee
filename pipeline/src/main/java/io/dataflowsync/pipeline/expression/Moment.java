package io.dataflowsync.pipeline.expression;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The value of a DATE, TIME, DATETIME or TIMESTAMP column: a text for all functions, but compared by its meaning, as in SQL. A time has no
 * date; a date is the moment when the day begins.
 *
 * @param text the text on the topic
 */
public record Moment(String text) {
    private static final Pattern TIME = Pattern.compile("(-?)(\\d{1,3}):(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d{1,6}))?)?");
    private static final Pattern DAY = Pattern.compile(
            "(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[ T](\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d{1,6}))?)?)?");
    /** The beginning of a moment: such a text is compared character by character. */
    private static final Pattern BEGINNING =
            Pattern.compile("\\d{0,4}|\\d{4}-(\\d\\d)?|\\d{4}-\\d\\d-(\\d\\d([ T](\\d\\d:?)?)?)?");

    private static final int DIGITS = 6;

    /**
     * Compares two values of which at least one is a moment; empty if the other is neither a moment nor a text.
     *
     * @throws ExpressionException if the other is a text that is not a moment of this kind
     */
    static Optional<Integer> comparison(Object left, Object right) {
        if (!isWritten(left) || !isWritten(right)) {
            return Optional.empty();
        }
        String a = left.toString();
        String b = right.toString();
        Optional<Integer> known =
                time(a).flatMap(x -> time(b).map(x::compareTo)).or(() -> day(a).flatMap(x -> day(b).map(x::compareTo)));
        // A mask may have replaced a moment by another text.
        boolean isText = !isTime(left)
                && !isTime(right)
                && (isBeginning(left) || isBeginning(right) || !isDay(left) && !isDay(right));
        if (known.isEmpty() && !isText) {
            throw new ExpressionException(
                    "cannot compare " + Numbers.shown(a) + " with " + Numbers.shown(b) + " as days or times");
        }
        return Optional.of(known.orElseGet(() -> a.compareTo(b)));
    }

    private static boolean isWritten(Object value) {
        return value instanceof Moment || value instanceof String;
    }

    private static boolean isTime(Object value) {
        return value instanceof Moment moment && time(moment.text).isPresent();
    }

    private static boolean isDay(Object value) {
        return value instanceof Moment moment && day(moment.text).isPresent();
    }

    private static boolean isBeginning(Object value) {
        return value instanceof String text && BEGINNING.matcher(text).matches();
    }

    /** Returns the time in microseconds. */
    private static Optional<Long> time(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        long seconds = (number(time.group(2)) * 60 + number(time.group(3))) * 60 + number(time.group(4));
        long size = seconds * 1_000_000 + number(fraction(time.group(5)));
        return Optional.of(time.group(1).isEmpty() ? size : -size);
    }

    /** Returns the moment as a text that sorts in time order. */
    private static Optional<String> day(String text) {
        Matcher day = DAY.matcher(text);
        if (!day.matches()) {
            return Optional.empty();
        }
        StringBuilder sorted = new StringBuilder(day.group(1));
        for (int part = 2; part <= DIGITS; part++) {
            long number = number(day.group(part));
            sorted.append(number < 10 ? "-0" : "-").append(number);
        }
        return Optional.of(
                sorted.append('.').append(fraction(day.group(DIGITS + 1))).toString());
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static String fraction(@Nullable String digits) {
        String known = digits == null ? "" : digits;
        return known + "0".repeat(DIGITS - known.length());
    }

    @Override
    public String toString() {
        return text;
    }
}
