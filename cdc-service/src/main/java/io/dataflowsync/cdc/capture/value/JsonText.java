package io.dataflowsync.cdc.capture.value;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Locale;

/** Writes a JSON document of the binlog as MySQL prints it, so that the same document has the same text in a snapshot. */
public final class JsonText {
    /** From this power of ten on, positive or negative, a number has an exponent. */
    private static final int LARGEST_PLAIN = 15;

    private static final int SMALLEST_PLAIN = -5;
    private static final long MICROS = 1L << 24;

    private final StringBuilder text = new StringBuilder();

    private JsonText() {}

    /**
     * @param document in the server's binary form; an empty one is the value of a new NOT NULL column, and reads as null
     * @throws IOException if the document is not in that form
     */
    public static String of(byte[] document) throws IOException {
        if (document.length == 0) {
            return "null";
        }
        JsonText json = new JsonText();
        JsonDocument.print(document, json);
        return json.text.toString();
    }

    void begin(char bracket) {
        text.append(bracket);
    }

    void end(char bracket) {
        text.append(bracket);
    }

    /** @param entry the number of entries before it */
    void next(int entry) {
        if (entry > 0) {
            text.append(", ");
        }
    }

    void name(String name) {
        quoted(name);
        text.append(": ");
    }

    /** {@code null}, {@code true} or {@code false}. */
    void word(String word) {
        text.append(word);
    }

    void number(long value) {
        text.append(value);
    }

    void unsigned(long value) {
        text.append(Long.toUnsignedString(value));
    }

    void number(double value) {
        String usual = Double.toString(value);
        // Zero, too, with its minus sign: a BigDecimal has no minus zero.
        if (usual.indexOf('E') < 0 && (usual.endsWith(".0") || !usual.endsWith("0"))) {
            text.append(usual);
            return;
        }
        BigDecimal exact = new BigDecimal(usual).stripTrailingZeros();
        int power = exact.precision() - exact.scale() - 1;
        if (power >= SMALLEST_PLAIN && power < LARGEST_PLAIN) {
            String plain = exact.toPlainString();
            text.append(plain).append(plain.indexOf('.') < 0 ? ".0" : "");
        } else {
            text.append(exact.scaleByPowerOfTen(-power).toPlainString())
                    .append('e')
                    .append(power);
        }
    }

    void number(BigDecimal value) {
        text.append(value.toPlainString());
    }

    /** @param packed year and month, day and time of day, 24 bits of microseconds: TIME_to_longlong_datetime_packed of MySQL */
    void date(long packed) {
        quoted(day(packed / MICROS >> 17));
    }

    /** @param packed as for a date */
    void moment(long packed) {
        long whole = packed / MICROS;
        quoted(day(whole >> 17) + " " + clock(whole & (1 << 17) - 1) + fraction(packed % MICROS));
    }

    /** @param packed hours, minutes and seconds, 24 bits of microseconds, negative as a whole: TIME_to_longlong_time_packed of MySQL */
    void time(long packed) {
        long size = Math.abs(packed);
        quoted((packed < 0 ? "-" : "") + clock(size / MICROS) + fraction(size % MICROS));
    }

    private static String day(long packed) {
        long months = packed >> 5;
        return String.format(Locale.ROOT, "%04d-%02d-%02d", months / 13, months % 13, packed & 31);
    }

    private static String clock(long packed) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", packed >> 12, packed >> 6 & 63, packed & 63);
    }

    private static String fraction(long micros) {
        return String.format(Locale.ROOT, ".%06d", micros);
    }

    /** @param code the code of the value's type */
    void opaque(int code, byte[] value) {
        quoted("base64:type" + code + ":" + Base64.getEncoder().encodeToString(value));
    }

    void quoted(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            escaped(value.charAt(i));
        }
        text.append('"');
    }

    private void escaped(char c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (c < ' ') {
                    text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                } else {
                    text.append(c);
                }
            }
        }
    }
}
