package io.dataflowsync.dpu.statement;

import io.dataflowsync.pipeline.json.PrintedNumbers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the conditions that find a JSON document by its whole text.
 *
 * <p>Compared as documents, 1 and 1.0 are equal, so the printed texts are compared. When 5.7 is read for a snapshot, it prints the number 1.0
 * as 1, so a row of the target may have the one or the other. A row that has exactly the document comes first.
 */
final class JsonForm {
    private static final String GIVEN = printed("CAST(? AS JSON)");

    private JsonForm() {}

    /** @param name the quoted name of the column */
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

    /** ORDER BY expression, to be bound with the document; empty if the document has only one printed form. */
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
