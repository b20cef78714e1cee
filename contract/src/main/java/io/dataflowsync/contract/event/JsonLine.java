package io.dataflowsync.contract.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes a line of JSON as UTF-8. It knows no structure: the caller writes the braces and the commas. Not thread-safe. */
final class JsonLine {
    private static final int KEPT = 256 * 1024;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    /** By character: 0 if it is written as it is, the letter after the backslash if there is a short escape, else 'u'. */
    private static final byte[] ESCAPES = escapes();

    private byte[] bytes = new byte[1024];
    private int size;

    private static byte[] escapes() {
        byte[] escapes = new byte[128];
        Arrays.fill(escapes, 0, 32, (byte) 'u');
        escapes['"'] = '"';
        escapes['\\'] = '\\';
        escapes['\b'] = 'b';
        escapes['\f'] = 'f';
        escapes['\n'] = 'n';
        escapes['\r'] = 'r';
        escapes['\t'] = 't';
        return escapes;
    }

    /** Returns a field's name, quoted and followed by a colon. */
    static byte[] field(String name) {
        JsonLine line = new JsonLine();
        line.text(name);
        line.plain(':');
        return line.end();
    }

    /** Starts a new line, and discards everything that was written. */
    JsonLine begin() {
        size = 0;
        return this;
    }

    /** Returns the line and clears it. */
    byte[] end() {
        byte[] line = Arrays.copyOf(bytes, size);
        size = 0;
        if (bytes.length > KEPT) {
            bytes = new byte[1024];
        }
        return line;
    }

    /** Appends an ASCII character as it is. */
    JsonLine plain(char character) {
        ensureFree(1);
        bytes[size++] = (byte) character;
        return this;
    }

    /** Appends bytes that are JSON already. */
    JsonLine plain(byte[] json) {
        ensureFree(json.length);
        System.arraycopy(json, 0, bytes, size, json.length);
        size += json.length;
        return this;
    }

    /** Appends ASCII characters as they are. */
    JsonLine plain(String ascii) {
        int length = ascii.length();
        ensureFree(length);
        for (int i = 0; i < length; i++) {
            bytes[size + i] = (byte) ascii.charAt(i);
        }
        size += length;
        return this;
    }

    JsonLine number(long number) {
        return plain(Long.toString(number));
    }

    /** Appends a text, quoted and escaped. */
    JsonLine text(String text) {
        int length = text.length();
        ensureFree(length + 2);
        bytes[size++] = '"';
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 128 && ESCAPES[c] == 0) {
                bytes[size++] = (byte) c;
            } else {
                ensureFree(length - i + 6);
                if (c < 128) {
                    escaped(c);
                } else if (Character.isSurrogate(c)) {
                    supplementary(text, i++);
                } else {
                    encoded(c);
                }
            }
        }
        bytes[size++] = '"';
        return this;
    }

    private void escaped(char c) {
        bytes[size++] = '\\';
        bytes[size++] = ESCAPES[c];
        if (ESCAPES[c] == 'u') {
            bytes[size++] = '0';
            bytes[size++] = '0';
            bytes[size++] = HEX[c >> 4];
            bytes[size++] = HEX[c & 15];
        }
    }

    private void encoded(char c) {
        if (c < 0x800) {
            bytes[size++] = (byte) (0xC0 | c >> 6);
        } else {
            bytes[size++] = (byte) (0xE0 | c >> 12);
            bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
        }
        bytes[size++] = (byte) (0x80 | c & 0x3F);
    }

    private void supplementary(String text, int index) {
        int point = text.codePointAt(index);
        if (!Character.isSupplementaryCodePoint(point)) {
            throw new IllegalArgumentException("half a character in a text: \\u" + Integer.toHexString(point));
        }
        bytes[size++] = (byte) (0xF0 | point >> 18);
        bytes[size++] = (byte) (0x80 | point >> 12 & 0x3F);
        bytes[size++] = (byte) (0x80 | point >> 6 & 0x3F);
        bytes[size++] = (byte) (0x80 | point & 0x3F);
    }

    private void ensureFree(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length + (bytes.length >> 1)));
        }
    }
}
