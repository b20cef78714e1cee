package io.dataflowsync.cdc.capture.value;

import com.github.shyiko.mysql.binlog.event.deserialization.ColumnType;
import com.github.shyiko.mysql.binlog.event.deserialization.json.JsonBinary;
import com.github.shyiko.mysql.binlog.event.deserialization.json.JsonFormatter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Locale;

/** Writes a JSON document of the binlog as MySQL prints it, so that the same document is the same text in a snapshot. */
final class JsonText implements JsonFormatter {
    /** From this power of ten on, either way, a number has an exponent. */
    private static final int LARGEST_PLAIN = 15;

    private static final int SMALLEST_PLAIN = -5;
    private static final long MICROS = 1L << 24;

    private final StringBuilder text = new StringBuilder();

    private JsonText() {}

    /** @param document in the server's binary form; an empty one is what a new NOT NULL column has, and reads as null */
    static String of(byte[] document) throws IOException {
        if (document.length == 0) {
            return "null";
        }
        JsonText json = new JsonText();
        new Document(document).parse(json);
        return json.text.toString();
    }

    /** Reads a TIME as a whole, its sign and its fraction together; the library parts a negative one wrongly. */
    private static final class Document extends JsonBinary {
        Document(byte[] bytes) {
            super(bytes);
        }

        @Override
        protected void parseTime(JsonFormatter json) throws IOException {
            ((JsonText) json).time(readInt64());
        }
    }

    private void time(long packed) {
        long size = Math.abs(packed);
        long clock = size / MICROS;
        quoted(String.format(
                Locale.ROOT,
                "%s%02d:%02d:%02d.%06d",
                packed < 0 ? "-" : "",
                clock >> 12,
                clock >> 6 & 63,
                clock & 63,
                size % MICROS));
    }

    @Override
    public void beginObject(int entries) {
        text.append('{');
    }

    @Override
    public void beginArray(int elements) {
        text.append('[');
    }

    @Override
    public void endObject() {
        text.append('}');
    }

    @Override
    public void endArray() {
        text.append(']');
    }

    @Override
    public void name(String name) {
        quoted(name);
        text.append(": ");
    }

    @Override
    public void nextEntry() {
        text.append(", ");
    }

    @Override
    public void value(String value) {
        quoted(value);
    }

    @Override
    public void value(int value) {
        text.append(value);
    }

    @Override
    public void value(long value) {
        text.append(value);
    }

    @Override
    public void value(double value) {
        String usual = Double.toString(value);
        // Zero, too, with its sign: a BigDecimal has no minus zero.
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

    @Override
    public void value(BigInteger value) {
        text.append(value);
    }

    @Override
    public void value(BigDecimal value) {
        text.append(value.toPlainString());
    }

    @Override
    public void value(boolean value) {
        text.append(value);
    }

    @Override
    public void valueNull() {
        text.append("null");
    }

    @Override
    public void valueYear(int year) {
        text.append(year);
    }

    @Override
    public void valueDate(int year, int month, int day) {
        quoted(String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day));
    }

    @Override
    public void valueDatetime(int year, int month, int day, int hour, int minute, int second, int micros) {
        quoted(String.format(
                Locale.ROOT, "%04d-%02d-%02d %02d:%02d:%02d.%06d", year, month, day, hour, minute, second, micros));
    }

    @Override
    public void valueTime(int hour, int minute, int second, int micros) {
        throw new IllegalStateException("a TIME is read as a whole");
    }

    @Override
    public void valueTimestamp(long seconds, int micros) {
        throw new IllegalStateException("MySQL stores a TIMESTAMP within JSON as a DATETIME");
    }

    @Override
    public void valueOpaque(ColumnType type, byte[] value) {
        quoted("base64:type" + type.getCode() + ":" + Base64.getEncoder().encodeToString(value));
    }

    private void quoted(String value) {
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
