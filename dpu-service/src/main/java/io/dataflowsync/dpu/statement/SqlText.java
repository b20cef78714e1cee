package io.dataflowsync.dpu.statement;

import io.dataflowsync.contract.event.Binary;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a statement as a text for people: the values in their places, long ones shortened to 2,000 characters or 1,000 bytes.
 *
 * <p>The text is only shown, never run.
 */
public final class SqlText {
    private static final int LONGEST = 2_000;

    private SqlText() {}

    public static String of(SqlStatement statement) {
        StringBuilder text = new StringBuilder(256);
        if (statement.shape() == null) {
            scanned(statement, text);
        } else {
            List<String> pieces = statement.shape().pieces();
            for (int i = 0; i < statement.values().size(); i++) {
                text.append(pieces.get(i));
                literal(statement.values().get(i), text);
            }
            text.append(pieces.get(pieces.size() - 1));
        }
        return text.toString();
    }

    private static void scanned(SqlStatement statement, StringBuilder text) {
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
        Literal.escaped(value, end, text);
        text.append('\'');
        if (end < value.length()) {
            text.append("/* … of ").append(value.length()).append(" characters */");
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
