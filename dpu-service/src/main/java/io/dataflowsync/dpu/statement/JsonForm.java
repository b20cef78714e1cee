package io.dataflowsync.dpu.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a document is found by all that is in it: compared as documents, 1 and 1.0 are equal. A source of 5.7 that is read prints the number 1.0
 * as 1, so a row of a snapshot may have that; a row that has the document itself comes first.
 */
final class JsonForm {
    private static final String GIVEN = printed("CAST(? AS JSON)");

    private JsonForm() {}

    /** @param name quoted */
    static String compared(String name, @Nullable Object document) {
        String exact = printed(name) + " <=> " + GIVEN;
        return hasTwo(document) ? "(" + exact + " OR " + printed(name) + " <=> " + GIVEN + ")" : exact;
    }

    static void bindCompared(@Nullable Object document, List<@Nullable Object> values) {
        values.add(document);
        if (hasTwo(document)) {
            values.add(read(String.valueOf(document)));
        }
    }

    /** What a statement orders by, to be bound with the document; nothing where there is one way to print it. */
    static String preferred(String name, @Nullable Object document) {
        return hasTwo(document) ? printed(name) + " <=> " + GIVEN + " DESC" : "";
    }

    private static boolean hasTwo(@Nullable Object document) {
        return document instanceof String text
                && text.contains(".0")
                && !read(text).equals(text);
    }

    private static String printed(String document) {
        return "CAST(CAST(" + document + " AS CHAR) AS BINARY)";
    }

    /** The document as a snapshot has read it. */
    static String read(String document) {
        StringBuilder read = new StringBuilder(document.length());
        boolean quoted = false;
        for (int i = 0; i < document.length(); i++) {
            char c = document.charAt(i);
            if (!quoted && document.startsWith(".0", i) && !isOfNumber(document, i + 2)) {
                i++;
                continue;
            }
            read.append(c);
            if (c == '"') {
                quoted = !quoted;
            } else if (quoted && c == '\\') {
                i++;
                read.append(document, i, Math.min(i + 1, document.length()));
            }
        }
        return read.toString();
    }

    private static boolean isOfNumber(String document, int at) {
        return at < document.length() && "0123456789eE".indexOf(document.charAt(at)) >= 0;
    }
}
