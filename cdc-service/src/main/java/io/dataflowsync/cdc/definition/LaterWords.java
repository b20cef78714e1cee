package io.dataflowsync.cdc.definition;

import java.util.Locale;
import java.util.Set;

/**
 * Knows the words that servers after 5.7, or the engine's parser, reserve, and 5.7 does not. Without quotes they are names in a statement
 * of 5.7.
 */
final class LaterWords {
    private static final Set<String> WORDS = Set.of("""
            ADMIN ARRAY AUTO CUBE CUME_DIST DENSE_RANK EMPTY ENGINE_ATTRIBUTE EXCEPT FIRST_VALUE FUNCTION GROUPING GROUPS INTERSECT
            JSON_ARRAYAGG JSON_OBJECTAGG JSON_TABLE LAG LAST_VALUE LATERAL LEAD LIBRARY MANUAL MEMBER NTH_VALUE NTILE OF OFFLINE ONLINE
            OVER PARALLEL PERCENT_RANK PERSIST PERSIST_ONLY QUALIFY RANK RECURSIVE ROW ROWS ROW_NUMBER SYSTEM TABLESAMPLE URL VECTOR
            WINDOW
            """.split("\\s+"));

    private LaterWords() {}

    static boolean contains(String word) {
        return WORDS.contains(word.toUpperCase(Locale.ROOT));
    }
}
