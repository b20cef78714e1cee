package io.dataflowsync.cdc.capture.value;

import java.nio.charset.Charset;

/**
 * MySQL's latin1: Windows-1252, in which the five bytes that this has no sign for stand for the control characters of their numbers.
 * Java's has none for them at all, and they are common: in UTF-8 that was stored as latin1.
 */
final class Latin1 {
    private static final char[] SIGNS = signs();
    private static final char NONE = '\uFFFD';

    private Latin1() {}

    private static char[] signs() {
        byte[] all = new byte[256];
        for (int code = 0; code < all.length; code++) {
            all[code] = (byte) code;
        }
        char[] signs = new String(all, Charset.forName("windows-1252")).toCharArray();
        for (int code = 0; code < signs.length; code++) {
            signs[code] = signs[code] == NONE ? (char) code : signs[code];
        }
        return signs;
    }

    static String decode(byte[] bytes) {
        char[] text = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            text[i] = SIGNS[bytes[i] & 0xFF];
        }
        return new String(text);
    }
}
