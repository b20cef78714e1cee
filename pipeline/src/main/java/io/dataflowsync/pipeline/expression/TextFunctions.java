package io.dataflowsync.pipeline.expression;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Implements the functions for texts. */
final class TextFunctions {
    private static final int MOST_PATTERNS = 1_000;
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private TextFunctions() {}

    /** Counts the characters of a text. */
    static long characters(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Substring of {@code length} characters; {@code from} counts from 1, and a position below 1 counts from the end. */
    static String part(String text, long from, long length) {
        long characters = characters(text);
        long start = from > 0 ? from - 1 : from == 0 ? characters : characters + from;
        if (start < 0 || start >= characters || length <= 0) {
            return "";
        }
        int begin = text.offsetByCodePoints(0, (int) start);
        return text.substring(begin, text.offsetByCodePoints(begin, (int) Math.min(length, characters - start)));
    }

    static boolean matches(String text, String pattern) {
        if (PATTERNS.size() > MOST_PATTERNS) {
            PATTERNS.clear();
        }
        try {
            return PATTERNS.computeIfAbsent(pattern, Pattern::compile)
                    .matcher(new Watched(text))
                    .matches();
        } catch (PatternSyntaxException e) {
            throw new ExpressionException("not a pattern: " + Numbers.shown(pattern) + ": " + e.getDescription());
        } catch (StackOverflowError e) {
            throw new ExpressionException("the pattern " + Numbers.shown(pattern) + " is too deep for its text");
        }
    }

    /**
     * Whether bytes equal a text, as SQL compares the two.
     *
     * @throws ExpressionException if that depends on the character set of the bytes, or on their padding
     */
    static boolean isText(Object bytes, Object text) {
        byte[] own = ExpressionFunctions.bytes(bytes);
        byte[] other = String.valueOf(text).getBytes(StandardCharsets.UTF_8);
        boolean isFilledUp = own.length > other.length
                && Arrays.equals(own, 0, other.length, other, 0, other.length)
                && own[own.length - 1] == 0;
        if (!(text instanceof String) || !isAscii(other) || isFilledUp) {
            throw new ExpressionException("cannot compare the bytes " + Numbers.shown(bytes) + " with "
                    + Numbers.shown(text) + ": compare hex() of them with digits");
        }
        return Arrays.equals(own, other);
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A text that limits the reads of a pattern, because the time of some patterns doubles with each character. */
    private static final class Watched implements CharSequence {
        private static final int MOST_LOOKS = 10_000_000;

        private final String text;
        private int looks;

        Watched(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            looks++;
            if (looks > MOST_LOOKS + text.length() * 10L) {
                throw new ExpressionException("a pattern that takes too long for its text");
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
