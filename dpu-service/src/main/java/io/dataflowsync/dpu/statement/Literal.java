package io.dataflowsync.dpu.statement;

import io.dataflowsync.contract.event.Binary;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as SQL literals, for the statements of {@link MultiRow}; see "Literal Values" in MySQL's manual.
 *
 * <p>The target reads exactly the same values back, but only in a session whose sql_mode has no NO_BACKSLASH_ESCAPES and whose character set
 * is utf8mb4: with another mode a backslash would not escape, with another character set a byte of a character could be read as a quote. All
 * sessions of the target are opened so, and execute's {@code TargetSessions} refuses a new session that is not: it reads {@code sql_mode}
 * and both character sets. Texts are escaped: quotes, backslashes, line ends, NUL and Ctrl-Z. Bytes are written as hexadecimal digits, so
 * there is nothing to escape in them.
 */
final class Literal {
    private Literal() {}

    /**
     * Appends a value as a literal.
     *
     * @param value null, Long, BigInteger, Double, String or Binary
     */
    static void append(@Nullable Object value, StringBuilder sql) {
        if (value instanceof String text) {
            sql.append('\'');
            escaped(text, text.length(), sql);
            sql.append('\'');
        } else if (value instanceof Double number) {
            real(number.toString(), sql);
        } else if (value instanceof Binary binary) {
            sql.append("_binary X'")
                    .append(HexFormat.of().formatHex(binary.bytes()))
                    .append('\'');
        } else {
            sql.append(value == null ? "NULL" : value);
        }
    }

    /** Writes the number with an exponent: without one it would be a DECIMAL, which rounds in another way. */
    private static void real(String number, StringBuilder sql) {
        sql.append(number).append(number.indexOf('E') < 0 ? "E0" : "");
    }

    /** Appends the first {@code end} characters of a text, escaped for single quotes. */
    static void escaped(String text, int end, StringBuilder sql) {
        int copied = 0;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c <= '\\' && (c == '\'' || c == '\\' || c < ' ')) {
                sql.append(text, copied, i);
                copied = i + 1;
                appendEscape(c, sql);
            }
        }
        sql.append(text, copied, end);
    }

    private static void appendEscape(char c, StringBuilder text) {
        switch (c) {
            case '\'' -> text.append("''");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\0' -> text.append("\\0");
            case '\u001a' -> text.append("\\Z");
            default -> text.append(c);
        }
    }
}
