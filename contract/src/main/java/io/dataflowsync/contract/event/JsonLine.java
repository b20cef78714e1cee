package io.dataflowsync.contract.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes a line of JSON as UTF-8. It knows no structure: whoever writes puts the braces and the commas. For one thread. */
final class JsonLine {
    private static final int KEPT = 256 * 1024;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    /** By character: 0 where it stands for itself, the letter behind the backslash where it has one, else 'u'. */
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

    /** A field's name, quoted, with the colon behind it. */
    static byte[] field(String name) {
        JsonLine line = new JsonLine();
        line.text(name);
        line.plain(':');
        return line.end();
    }

    /** Begins anew, whatever was written. */
    JsonLine begin() {
        size = 0;
        return this;
    }

    /** The line, which is empty again from then on. */
    byte[] end() {
        byte[] line = Arrays.copyOf(bytes, size);
        size = 0;
        if (bytes.length > KEPT) {
            bytes = new byte[1024];
        }
        return line;
    }

    /** An ASCII character as it is. */
    JsonLine plain(char character) {
        room(1);
        bytes[size++] = (byte) character;
        return this;
    }

    /** What is JSON already. */
    JsonLine plain(byte[] json) {
        room(json.length);
        System.arraycopy(json, 0, bytes, size, json.length);
        size += json.length;
        return this;
    }

    /** ASCII characters as they are. */
    JsonLine plain(String ascii) {
        int length = ascii.length();
        room(length);
        for (int i = 0; i < length; i++) {
            bytes[size + i] = (byte) ascii.charAt(i);
        }
        size += length;
        return this;
    }

    JsonLine number(long number) {
        return plain(Long.toString(number));
    }

    /** A text, quoted and escaped. */
    JsonLine text(String text) {
        int length = text.length();
        room(length + 2);
        bytes[size++] = '"';
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 128 && ESCAPES[c] == 0) {
                bytes[size++] = (byte) c;
            } else {
                room(length - i + 6);
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

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length + (bytes.length >> 1)));
        }
    }
}
