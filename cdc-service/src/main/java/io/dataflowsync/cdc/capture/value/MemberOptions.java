package io.dataflowsync.cdc.capture.value;

import java.math.BigInteger;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The options of ENUM and SET columns as the engine tells those of the binlog: as the table's definition spells them, commas masked.
 *
 * <p>Where the empty text is one of them, two values have the same text: in an ENUM that option and the index 0, in a SET those with the option
 * and without it. The index 0, and a SET with the option, is a number then.
 */
public final class MemberOptions {
    /** What a number begins with on its way through the engine. */
    static final String NUMBER = "\0\0";

    public static final String NONE = NUMBER + "0";

    /** A comma behind no backslash, or behind masked ones. */
    private static final Pattern SEPARATOR = Pattern.compile("(?<!(?<!\\\\)(?:\\\\\\\\){0,127}\\\\),");

    private MemberOptions() {}

    /**
     * How the values of a column are read.
     *
     * @param allowed its options as the engine lists them, with commas between them
     * @param snapshot whether they come as the server prints them
     */
    public static UnaryOperator<Object> reader(boolean isSet, String allowed, boolean snapshot) {
        List<String> options = parted(allowed);
        if (!options.contains("")) {
            return told -> told.equals(NONE) ? "" : snapshot ? told : unescaped((String) told);
        }
        return told -> {
            String text = (String) told;
            if (text.startsWith(NUMBER)) {
                return isSet && text.equals(NONE) ? "" : number(new BigInteger(text.substring(NUMBER.length())));
            }
            if (snapshot) {
                return text;
            }
            List<String> parts = isSet ? parted(text) : List.of();
            return parts.contains("") ? bits(parts, options) : unescaped(text);
        };
    }

    private static List<String> parted(String options) {
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
     * What a snapshot selects for a column of which the empty text is an option.
     *
     * @param place of the empty one among them, from 0
     */
    static String selected(String name, boolean isSet, int place) {
        String number = isSet ? name + " & 1 << " + place : name + " + 0 = 0";
        return "IF(" + number + ", CONCAT(_utf8 X'0000', " + name + " + 0), " + name + ")";
    }

    /** The option, or options with commas between them, that this text stands for. */
    public static String unescaped(String told) {
        if (told.indexOf('\\') < 0) {
            return told;
        }
        StringBuilder option = new StringBuilder(told.length());
        for (int i = 0; i < told.length(); i++) {
            char c = told.charAt(i);
            option.append(c == '\\' && i + 1 < told.length() ? meant(told.charAt(++i)) : c);
        }
        return option.toString();
    }

    private static char meant(char escaped) {
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
