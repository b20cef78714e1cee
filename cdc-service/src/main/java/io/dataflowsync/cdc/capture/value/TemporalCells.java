package io.dataflowsync.cdc.capture.value;

import com.github.shyiko.mysql.binlog.event.deserialization.ColumnType;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads the cells of DATE, TIME, DATETIME and TIMESTAMP columns.
 *
 * <p>Columns created since MySQL 5.6.4 pack a moment into bits, with the highest byte first and the fraction after it in hundredths,
 * ten-thousandths or millionths. Older columns are decimal numbers with the lowest byte first. See "Date and Time Data Type
 * Representation" in MySQL's manual of its internals.
 */
public final class TemporalCells {
    private static final long DATETIME_ZERO = 0x8000000000L;
    private static final long TIME_ZERO = 0x800000L;

    private TemporalCells() {}

    /**
     * The literal of a cell; empty if the column is of another type, and nothing is read then.
     *
     * @param digits the digits of the fraction, as the table map says
     */
    public static Optional<String> read(ColumnType type, int digits, ByteArrayInputStream in) throws IOException {
        return switch (type) {
            case DATE -> Optional.of(date(in.readInteger(3)));
            case TIME_V2 -> Optional.of(time(in, digits));
            case DATETIME_V2 -> Optional.of(datetime(in, digits));
            case TIMESTAMP_V2 -> Optional.of(timestamp(highestFirst(in, 4), in, digits));
            case TIME -> Optional.of(decimalTime(in.readInteger(3) << Byte.SIZE >> Byte.SIZE));
            case DATETIME -> Optional.of(decimalDatetime(in.readLong(8)));
            case TIMESTAMP -> Optional.of(timestamp(in.readLong(4), in, 0));
            default -> Optional.empty();
        };
    }

    private static String date(int packed) {
        return date(new StringBuilder(10), packed >> 9, packed >> 5 & 15, packed & 31)
                .toString();
    }

    private static String time(ByteArrayInputStream in, int digits) throws IOException {
        int bytes = fractionBytes(digits);
        int fractionBits = bytes * Byte.SIZE;
        long packed = highestFirst(in, 3 + bytes) - (TIME_ZERO << fractionBits);
        long size = Math.abs(packed);
        long whole = size >> fractionBits;
        StringBuilder text = new StringBuilder(17).append(packed < 0 ? "-" : "");
        clock(text, whole >> 12 & 1023, whole >> 6 & 63, whole & 63);
        return fraction(text, size & (1L << fractionBits) - 1, bytes, digits);
    }

    private static String datetime(ByteArrayInputStream in, int digits) throws IOException {
        long packed = highestFirst(in, 5) - DATETIME_ZERO;
        long months = packed >> 22;
        StringBuilder text = date(new StringBuilder(26), months / 13, months % 13, packed >> 17 & 31);
        clock(text.append(' '), packed >> 12 & 31, packed >> 6 & 63, packed & 63);
        return fraction(text, in, digits);
    }

    /** The literal of a TIMESTAMP. No moment of the first second can be stored: 0 stands for the zero date. */
    private static String timestamp(long seconds, ByteArrayInputStream in, int digits) throws IOException {
        StringBuilder text = new StringBuilder(26);
        if (seconds == 0) {
            text.append("0000-00-00 00:00:00");
        } else {
            LocalDateTime moment = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
            date(text, moment.getYear(), moment.getMonthValue(), moment.getDayOfMonth());
            clock(text.append(' '), moment.getHour(), moment.getMinute(), moment.getSecond());
        }
        return fraction(text, in, digits);
    }

    private static String decimalTime(int number) {
        int size = Math.abs(number);
        StringBuilder text = new StringBuilder(10).append(number < 0 ? "-" : "");
        return clock(text, size / 10_000, size / 100 % 100, size % 100).toString();
    }

    private static String decimalDatetime(long number) {
        long day = number / 1_000_000;
        StringBuilder text = date(new StringBuilder(19), day / 10_000, day / 100 % 100, day % 100);
        return clock(text.append(' '), number / 10_000 % 100, number / 100 % 100, number % 100)
                .toString();
    }

    private static StringBuilder date(StringBuilder text, long year, long month, long day) {
        append(text, year, 4).append('-');
        append(text, month, 2).append('-');
        return append(text, day, 2);
    }

    private static StringBuilder clock(StringBuilder text, long hours, long minutes, long seconds) {
        append(text, hours, 2).append(':');
        append(text, minutes, 2).append(':');
        return append(text, seconds, 2);
    }

    private static String fraction(StringBuilder text, ByteArrayInputStream in, int digits) throws IOException {
        int bytes = fractionBytes(digits);
        return fraction(text, highestFirst(in, bytes), bytes, digits);
    }

    /** The fraction. Each byte has two digits; if the column has an odd number of them, the last digit is a zero. */
    private static String fraction(StringBuilder text, long fraction, int bytes, int digits) {
        if (digits == 0) {
            return text.toString();
        }
        append(text.append('.'), fraction, 2 * bytes);
        text.setLength(text.length() - (2 * bytes - digits));
        return text.toString();
    }

    private static int fractionBytes(int digits) {
        return (digits + 1) / 2;
    }

    private static StringBuilder append(StringBuilder text, long number, int digits) {
        String plain = Long.toString(number);
        return text.append("000000", 0, Math.max(0, digits - plain.length())).append(plain);
    }

    private static long highestFirst(ByteArrayInputStream in, int bytes) throws IOException {
        long number = 0;
        for (int read = 0; read < bytes; read++) {
            number = number << Byte.SIZE | in.read();
        }
        return number;
    }
}
