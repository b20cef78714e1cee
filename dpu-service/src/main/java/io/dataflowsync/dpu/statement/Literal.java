package io.dataflowsync.dpu.statement;

import io.dataflowsync.contract.event.Binary;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as MySQL reads them, exactly, in a session whose sql_mode has no NO_BACKSLASH_ESCAPES and whose character set is
 * utf8mb4. See "Literal Values" in MySQL's manual.
 */
final class Literal {
    private Literal() {}

    /** @param value null, Long, BigInteger, Double, String or Binary */
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

    /** With an exponent: without one it would be a decimal, which rounds otherwise. */
    private static void real(String number, StringBuilder sql) {
        sql.append(number).append(number.indexOf('E') < 0 ? "E0" : "");
    }

    static void escaped(String text, int end, StringBuilder sql) {
        int copied = 0;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c <= '\\' && (c == '\'' || c == '\\' || c < ' ')) {
                sql.append(text, copied, i);
                copied = i + 1;
                escaped(c, sql);
            }
        }
        sql.append(text, copied, end);
    }

    private static void escaped(char c, StringBuilder text) {
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
