package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.pipeline.config.Conversion;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Converts numbers, booleans and bytes to texts, and back. */
final class PlainConversions {
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");
    private static final Pattern GROUPED =
            Pattern.compile("[+-]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]*)?([eE][+-]?[0-9]{1,3})?");
    private static final Set<String> YES = Set.of("y", "yes", "true", "t", "on", "1");
    private static final Set<String> NO = Set.of("n", "no", "false", "f", "off", "0");
    private static final int UUID_BYTES = 16;

    private PlainConversions() {}

    static Converter of(Conversion conversion) {
        boolean comma = conversion.pattern().orElse(".").equals(",");
        return switch (conversion.kind()) {
            case NUMBER -> value -> number(value.toString().strip(), comma);
            case TEXT -> NumberText::ofValue;
            case BOOLEAN -> value -> truth(value.toString().strip().toLowerCase(Locale.ROOT));
            case HEX -> value -> HexFormat.of().withUpperCase().formatHex(bytes(value));
            case UNHEX ->
                value -> new Binary(HexFormat.of().parseHex(value.toString().strip()));
            case BASE64 -> value -> Base64.getEncoder().encodeToString(bytes(value));
            case UNBASE64 -> value -> new Binary(Base64.getMimeDecoder().decode(base64(value)));
            case UUID -> value -> uuid(bytes(value));
            case UUID_BYTES -> value -> uuidBytes(value.toString().strip());
            case TRIM -> value -> value.toString().strip();
            default -> throw new IllegalArgumentException("about dates: " + conversion);
        };
    }

    /** Reads a number. Groups of three digits may be split by the other one of point and comma: all groups or none. */
    private static Object number(String text, boolean comma) {
        String written = comma ? exchanged(text) : text;
        if (written.indexOf(',') >= 0 && !GROUPED.matcher(written).matches()) {
            throw new IllegalArgumentException(
                    "the character '" + (comma ? '.' : ',') + "' does not split groups of three digits");
        }
        String plain = written.replace(",", "");
        if (!NUMBER.matcher(plain).matches()) {
            throw new IllegalArgumentException("it names no number");
        }
        BigDecimal number = new BigDecimal(plain);
        if (number.scale() != 0) {
            return number.toPlainString();
        }
        BigInteger whole = number.toBigInteger();
        return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
    }

    private static String exchanged(String text) {
        StringBuilder exchanged = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            exchanged.append(c == ',' ? '.' : c == '.' ? ',' : c);
        }
        return exchanged.toString();
    }

    private static Object truth(String text) {
        if (YES.contains(text)) {
            return 1L;
        }
        if (NO.contains(text)) {
            return 0L;
        }
        throw new IllegalArgumentException("it is neither yes nor no");
    }

    private static byte[] bytes(Object value) {
        if (value instanceof Binary binary) {
            return binary.bytes();
        }
        throw new IllegalArgumentException("it is not a binary value");
    }

    private static String base64(Object value) {
        String text = value.toString().strip();
        if (!text.matches("[A-Za-z0-9+/\\s]*={0,2}")) {
            throw new IllegalArgumentException("it is not base64");
        }
        return text;
    }

    private static String uuid(byte[] bytes) {
        if (bytes.length != UUID_BYTES) {
            throw new IllegalArgumentException("it has " + bytes.length + " bytes, not 16");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong()).toString();
    }

    private static Binary uuidBytes(String text) {
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw new IllegalArgumentException("it is not a UUID");
        }
        return new Binary(HexFormat.of().parseHex(text.replace("-", "")));
    }
}
