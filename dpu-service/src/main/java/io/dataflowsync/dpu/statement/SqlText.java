package io.dataflowsync.dpu.statement;

import io.dataflowsync.contract.event.Binary;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A statement as a person would read it: its values in their places, long ones shortened. For eyes only; never run. */
public final class SqlText {
    private static final int LONGEST = 2_000;

    private SqlText() {}

    public static String of(Statement statement) {
        StringBuilder text = new StringBuilder();
        Iterator<@Nullable Object> values = statement.values().iterator();
        char quote = 0;
        for (int i = 0; i < statement.sql().length(); i++) {
            char c = statement.sql().charAt(i);
            if (c == '`' || c == '\'') {
                quote = quote == 0 ? c : quote == c ? 0 : quote;
            }
            if (c == '?' && quote == 0) {
                literal(values.next(), text);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static void literal(@Nullable Object value, StringBuilder text) {
        if (value == null) {
            text.append("NULL");
        } else if (value instanceof String string) {
            string(string, text);
        } else if (value instanceof Binary binary) {
            binary(binary.bytes(), text);
        } else {
            text.append(value);
        }
    }

    private static void string(String value, StringBuilder text) {
        int end = Math.min(value.length(), LONGEST);
        if (end < value.length() && Character.isHighSurrogate(value.charAt(end - 1))) {
            end--;
        }
        text.append('\'');
        for (int i = 0; i < end; i++) {
            escaped(value.charAt(i), text);
        }
        text.append('\'');
        if (end < value.length()) {
            text.append("/* … of ").append(value.length()).append(" characters */");
        }
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

    private static void binary(byte[] bytes, StringBuilder text) {
        if (bytes.length == 0) {
            text.append("''");
        } else if (bytes.length <= LONGEST / 2) {
            text.append(new Binary(bytes));
        } else {
            text.append(new Binary(Arrays.copyOf(bytes, LONGEST / 2)));
            text.append("/* … of ").append(bytes.length).append(" bytes */");
        }
    }
}
