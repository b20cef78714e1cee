package io.dataflowsync.cdc.definition;

import java.nio.charset.Charset;
import java.util.Map;

/** Formats a member of an ENUM or SET as {@code column_type} shows it. */
final class MemberText {
    /** The character sets whose characters beyond ASCII are known here. */
    private static final Map<String, Charset> KNOWN = Map.of(
            "latin1", Charset.forName("windows-1252"),
            "gbk", Charset.forName("GBK"));

    private MemberText() {}

    static String of(String member, String collation) {
        boolean bytes = collation.equals(Collations.BINARY);
        String text = bytes ? member : withoutEndingBlanks(member);
        check(text, collation);
        StringBuilder shown = new StringBuilder("'");
        for (char c : text.toCharArray()) {
            shown.append(shown(c));
        }
        return shown.append('\'').toString();
    }

    private static String shown(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\\' -> "\\\\";
            case '\'' -> "''";
            default -> String.valueOf(c);
        };
    }

    private static String withoutEndingBlanks(String member) {
        int end = member.length();
        while (end > 0 && member.charAt(end - 1) == ' ') {
            end--;
        }
        return member.substring(0, end);
    }

    /** Requires that the column's character set has all characters: the server changes one that it does not have. */
    private static void check(String text, String collation) {
        if (text.indexOf(0) >= 0) {
            throw new UnclearException("a member of an ENUM or SET holds a zero, which the server shows in part");
        }
        if (text.chars().allMatch(c -> c < 0x80)) {
            return;
        }
        boolean held =
                switch (Collations.charset(collation)) {
                    case "utf8mb4", "utf16", "utf16le", "utf32" -> true;
                    case "utf8", "ucs2" -> text.chars().noneMatch(c -> Character.isSurrogate((char) c));
                    case "latin1", "gbk" -> canEncode(text, Collations.charset(collation));
                    default -> false;
                };
        if (!held) {
            throw new UnclearException("it is not certain how the server writes '" + text + "' in " + collation);
        }
    }

    private static boolean canEncode(String text, String charset) {
        Charset known = KNOWN.get(charset);
        return known != null && known.newEncoder().canEncode(text);
    }
}
