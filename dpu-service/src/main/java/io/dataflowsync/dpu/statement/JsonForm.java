package io.dataflowsync.dpu.statement;

import io.dataflowsync.contract.json.PrintedNumbers;
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
            values.add(PrintedNumbers.by57(String.valueOf(document)));
        }
    }

    /** What a statement orders by, to be bound with the document; nothing where there is one way to print it. */
    static String preferred(String name, @Nullable Object document) {
        return hasTwo(document) ? printed(name) + " <=> " + GIVEN + " DESC" : "";
    }

    private static boolean hasTwo(@Nullable Object document) {
        return document instanceof String text
                && text.contains(".0")
                && !PrintedNumbers.by57(text).equals(text);
    }

    private static String printed(String document) {
        return "CAST(CAST(" + document + " AS CHAR) AS BINARY)";
    }
}
