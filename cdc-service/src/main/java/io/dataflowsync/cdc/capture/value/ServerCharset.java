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
 * Decodes texts in one of MySQL's character sets.
 *
 * <p>Java's character set of the same name reads many codes differently, or does not have them: 8,822 characters of euckr, 128 bytes of
 * armscii8. The differences between MySQL 5.7 and Java are in {@code charsets.txt}.
 */
public final class ServerCharset {
    /** The server's result for a code that has no character. */
    private static final int NO_CHARACTER = '?';

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
    private volatile int @Nullable [] characters;

    private ServerCharset(String name, Charset java, Map<Integer, Integer> differences) {
        this.name = name;
        this.java = java;
        this.differences = differences;
    }

    /** The character set of this name; empty if MySQL 5.7 has none of this name. */
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

    /** @param word {@code CODE=CHARACTER} or {@code CODE-CODE=CHARACTER} */
    private static void readDifferences(String word, Map<Integer, Integer> differences) {
        String[] ends = word.substring(0, word.indexOf('=')).split("-");
        String character = word.substring(word.indexOf('=') + 1);
        int first = Integer.parseUnsignedInt(ends[0], 16);
        int last = Integer.parseUnsignedInt(ends[ends.length - 1], 16);
        for (int i = 0; first + i <= last; i++) {
            differences.put(first + i, character.equals("?") ? NO_CHARACTER : Integer.parseInt(character, 16) + i);
        }
    }

    /** Whether each byte of a text belongs to a character. For codes that have none, {@link #decode} gives question marks. */
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

    /** The text as the server converts it to utf8mb4. */
    String decode(byte[] text) {
        if (UNICODE.containsKey(name)) {
            return java.equals(UTF_32) ? ofCodePoints(text) : new String(text, java);
        }
        int[] known = characters();
        if (known.length == 1 << Byte.SIZE) {
            return ofBytes(text, known);
        }
        StringBuilder decoded = new StringBuilder(text.length);
        for (int at = 0; at < text.length; ) {
            int length = codeLength(text, at);
            int code = code(text, at, length);
            decoded.appendCodePoint(length > 2 ? character(code, length) : known[code]);
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

    /** Decodes UTF-32. Java would leave out a U+FEFF at the beginning. */
    private static String ofCodePoints(byte[] text) {
        StringBuilder decoded = new StringBuilder(text.length / Integer.BYTES);
        IntBuffer characters = ByteBuffer.wrap(text).asIntBuffer();
        while (characters.hasRemaining()) {
            decoded.appendCodePoint(characters.get());
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

    /** The characters of all codes of one and two bytes. Two threads that come first at the same time both make them. */
    private int[] characters() {
        int[] known = characters;
        if (known == null) {
            known = new int[hasOneByte() ? 1 << Byte.SIZE : 1 << Character.SIZE];
            for (int code = 0; code < known.length; code++) {
                known[code] = character(code, code < 1 << Byte.SIZE ? 1 : 2);
            }
            characters = known;
        }
        return known;
    }

    private int character(int code, int length) {
        Integer other = differences.get(code);
        if (other != null) {
            return other;
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        for (int i = length - 1; i >= 0; i--) {
            bytes.put((byte) (code >> i * Byte.SIZE));
        }
        try {
            String character = java.newDecoder().decode(bytes.flip()).toString();
            return character.codePointCount(0, character.length()) == 1 ? character.codePointAt(0) : NO_CHARACTER;
        } catch (CharacterCodingException e) {
            return NO_CHARACTER;
        }
    }
}
