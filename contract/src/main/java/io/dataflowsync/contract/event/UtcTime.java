package io.dataflowsync.contract.event;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Parses the times of events, {@code 2026-01-02T03:04:05.678901Z}, without a formatter, because that takes longer than the rest of an
 * event.
 */
final class UtcTime {
    private static final int SECOND_ENDS = 19;
    private static final int SECONDS_OF_DAY = 86_400;

    private UtcTime() {}

    /** @throws RuntimeException if the text is not a time */
    static Instant parse(String text) {
        int end = text.length() - 1;
        boolean usual = end >= SECOND_ENDS
                && text.charAt(4) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(end) == 'Z'
                && (end == SECOND_ENDS || text.charAt(SECOND_ENDS) == '.' && end <= SECOND_ENDS + 10);
        int hour = usual ? digits(text, 11, 13) : 24;
        int minute = usual ? digits(text, 14, 16) : 60;
        int second = usual ? digits(text, 17, SECOND_ENDS) : 60;
        if (hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(text);
        }
        LocalDate day = LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
        int nanos = 0;
        for (int i = SECOND_ENDS + 1; i <= SECOND_ENDS + 9; i++) {
            nanos = nanos * 10 + (i < end ? digits(text, i, i + 1) : 0);
        }
        return Instant.ofEpochSecond(day.toEpochDay() * SECONDS_OF_DAY + hour * 3_600L + minute * 60L + second, nanos);
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new IllegalArgumentException("not a time: " + text);
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
