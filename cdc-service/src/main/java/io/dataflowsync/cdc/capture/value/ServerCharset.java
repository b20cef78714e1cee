package io.dataflowsync.cdc.capture.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of MySQL's character sets. Java's of the same name reads many codes otherwise, or has none for them: 8,822 signs of euckr, 128 bytes
 * of armscii8. What MySQL 5.7 makes of each code is in {@code charsets.txt}, as differences from Java.
 */
public final class ServerCharset {
    /** What the server makes of a code that has no sign. */
    private static final int NO_SIGN = '?';

    private static final int LONG_CODE = 0x8F;
    private static final int FIRST_OF_TWO = 0x81;
    private static final Charset UTF_32 = Charset.forName("UTF-32BE");
    private static final Map<String, Charset> UNICODE = Map.of(
            "utf8", StandardCharsets.UTF_8,
            "utf8mb3", StandardCharsets.UTF_8,
            "utf8mb4", StandardCharsets.UTF_8,
            "ucs2", StandardCharsets.UTF_16BE,
            "utf16", StandardCharsets.UTF_16BE,
            "utf16le", StandardCharsets.UTF_16LE,
            "utf32", UTF_32);
    private static final Map<String, ServerCharset> ALL = read();

    public static final ServerCharset UTF8 = Objects.requireNonNull(ALL.get("utf8mb4"));

    private final String name;
    private final Charset java;
    private final Map<Integer, Integer> differences;
    private volatile int @Nullable [] signs;

    private ServerCharset(String name, Charset java, Map<Integer, Integer> differences) {
        this.name = name;
        this.java = java;
        this.differences = differences;
    }

    /** The character set of this name; empty where MySQL 5.7 comes with none of it. */
    public static Optional<ServerCharset> named(String name) {
        return Optional.ofNullable(ALL.get(name.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, ServerCharset> read() {
        Map<String, ServerCharset> all = new HashMap<>();
        UNICODE.forEach((name, java) -> all.put(name, new ServerCharset(name, java, Map.of())));
        try (InputStream file = Objects.requireNonNull(ServerCharset.class.getResourceAsStream("charsets.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] words = line.split(" ");
                Map<Integer, Integer> differences = new HashMap<>();
                Stream.of(words).skip(2).forEach(word -> readDifferences(word, differences));
                all.put(words[0], new ServerCharset(words[0], Charset.forName(words[1]), differences));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(all);
    }

    /** @param word {@code CODE=SIGN} or {@code CODE-CODE=SIGN} */
    private static void readDifferences(String word, Map<Integer, Integer> differences) {
        String[] ends = word.substring(0, word.indexOf('=')).split("-");
        String sign = word.substring(word.indexOf('=') + 1);
        int first = Integer.parseUnsignedInt(ends[0], 16);
        int last = Integer.parseUnsignedInt(ends[ends.length - 1], 16);
        for (int i = 0; first + i <= last; i++) {
            differences.put(first + i, sign.equals("?") ? NO_SIGN : Integer.parseInt(sign, 16) + i);
        }
    }

    /** Whether each byte of a text belongs to a sign; of codes that have none, {@link #decode} makes question marks. */
    boolean isWellFormed(byte[] text) {
        try {
            if (UNICODE.containsKey(name)) {
                java.newDecoder().decode(ByteBuffer.wrap(text));
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** What the server makes of a text when it converts it to utf8mb4. */
    String decode(byte[] text) {
        if (UNICODE.containsKey(name)) {
            return java.equals(UTF_32) ? ofCodePoints(text) : new String(text, java);
        }
        int[] known = signs();
        if (known.length == 1 << Byte.SIZE) {
            return ofBytes(text, known);
        }
        StringBuilder decoded = new StringBuilder(text.length);
        for (int at = 0; at < text.length; ) {
            int length = codeLength(text, at);
            int code = code(text, at, length);
            decoded.appendCodePoint(length > 2 ? sign(code, length) : known[code]);
            at += length;
        }
        return decoded.toString();
    }

    private static String ofBytes(byte[] text, int[] known) {
        char[] decoded = new char[text.length];
        for (int at = 0; at < text.length; at++) {
            decoded[at] = (char) known[text[at] & 0xFF];
        }
        return new String(decoded);
    }

    /** Java leaves a U+FEFF out at the beginning. */
    private static String ofCodePoints(byte[] text) {
        StringBuilder decoded = new StringBuilder(text.length / Integer.BYTES);
        IntBuffer signs = ByteBuffer.wrap(text).asIntBuffer();
        while (signs.hasRemaining()) {
            decoded.appendCodePoint(signs.get());
        }
        return decoded.toString();
    }

    private static int code(byte[] text, int at, int length) {
        int code = 0;
        for (int i = at; i < at + length; i++) {
            code = code << Byte.SIZE | text[i] & 0xFF;
        }
        return code;
    }

    private int codeLength(byte[] text, int at) {
        int first = text[at] & 0xFF;
        int length =
                switch (name) {
                    case "big5", "euckr", "gb2312", "gbk" -> first < FIRST_OF_TWO ? 1 : 2;
                    case "cp932", "sjis" -> first < FIRST_OF_TWO || first >= 0xA0 && first <= 0xDF ? 1 : 2;
                    case "eucjpms", "ujis" -> first < FIRST_OF_TWO ? 1 : first == LONG_CODE ? 3 : 2;
                    case "gb18030" -> first < FIRST_OF_TWO ? 1 : hasFourBytes(text, at) ? 4 : 2;
                    default -> 1;
                };
        return Math.min(length, text.length - at);
    }

    private boolean hasOneByte() {
        return codeLength(new byte[] {(byte) 0xFE, (byte) 0xFE, (byte) 0xFE}, 0) == 1;
    }

    private static boolean hasFourBytes(byte[] text, int at) {
        return at + 1 < text.length && text[at + 1] >= '0' && text[at + 1] <= '9';
    }

    /** The signs of all codes of one and two bytes; two threads that are first both make them. */
    private int[] signs() {
        int[] known = signs;
        if (known == null) {
            known = new int[hasOneByte() ? 1 << Byte.SIZE : 1 << Character.SIZE];
            for (int code = 0; code < known.length; code++) {
                known[code] = sign(code, code < 1 << Byte.SIZE ? 1 : 2);
            }
            signs = known;
        }
        return known;
    }

    private int sign(int code, int length) {
        Integer other = differences.get(code);
        if (other != null) {
            return other;
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        for (int i = length - 1; i >= 0; i--) {
            bytes.put((byte) (code >> i * Byte.SIZE));
        }
        try {
            String sign = java.newDecoder().decode(bytes.flip()).toString();
            return sign.codePointCount(0, sign.length()) == 1 ? sign.codePointAt(0) : NO_SIGN;
        } catch (CharacterCodingException e) {
            return NO_SIGN;
        }
    }
}
