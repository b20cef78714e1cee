package io.dataflowsync.cdc.capture.value;

import java.math.BigInteger;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Reads the values of ENUM and SET columns. The engine gives those of the binlog as the table's definition spells them, with masked
 * commas.
 *
 * <p>If the empty text is an option, two values have the same text: in an ENUM that option and the index 0, in a SET those with the
 * option and without it. In that case, the index 0, and a SET with the option, are numbers.
 */
public final class MemberOptions {
    /** The beginning of a number on its way through the engine. */
    static final String NUMBER = "\0\0";

    public static final String NONE = NUMBER + "0";

    /** A comma that no unmasked backslash precedes. */
    private static final Pattern SEPARATOR = Pattern.compile("(?<!(?<!\\\\)(?:\\\\\\\\){0,127}\\\\),");

    private MemberOptions() {}

    /**
     * A reader for the values of a column.
     *
     * @param allowed its options as the engine lists them, with commas between them
     * @param snapshot whether the values come as the server prints them
     */
    public static UnaryOperator<Object> reader(boolean isSet, String allowed, boolean snapshot) {
        List<String> options = split(allowed);
        if (!options.contains("")) {
            return raw -> raw.equals(NONE) ? "" : snapshot ? raw : unescaped((String) raw);
        }
        return raw -> {
            String text = (String) raw;
            if (text.startsWith(NUMBER)) {
                return isSet && text.equals(NONE) ? "" : number(new BigInteger(text.substring(NUMBER.length())));
            }
            if (snapshot) {
                return text;
            }
            List<String> parts = isSet ? split(text) : List.of();
            return parts.contains("") ? bits(parts, options) : unescaped(text);
        };
    }

    private static List<String> split(String options) {
        return List.of(SEPARATOR.split(options, -1));
    }

    private static Object bits(List<String> parts, List<String> options) {
        BigInteger bits = BigInteger.ZERO;
        for (String part : parts) {
            bits = bits.setBit(options.indexOf(part));
        }
        return number(bits);
    }

    private static Object number(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }

    /**
     * The expression that a snapshot selects for a column that has the empty text as an option.
     *
     * @param place the index of the empty option, from 0
     */
    static String selected(String name, boolean isSet, int place) {
        String number = isSet ? name + " & 1 << " + place : name + " + 0 = 0";
        return "IF(" + number + ", CONCAT(_utf8 X'0000', " + name + " + 0), " + name + ")";
    }

    /** The option, or the options with commas between them, for a text of the engine. */
    public static String unescaped(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder option = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            option.append(c == '\\' && i + 1 < raw.length() ? decoded(raw.charAt(++i)) : c);
        }
        return option.toString();
    }

    private static char decoded(char escaped) {
        return switch (escaped) {
            case '0' -> '\0';
            case 'b' -> '\b';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'Z' -> '\u001a';
            default -> escaped;
        };
    }
}
