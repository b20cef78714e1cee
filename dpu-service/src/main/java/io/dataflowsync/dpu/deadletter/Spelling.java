package io.dataflowsync.dpu.deadletter;

import java.util.Locale;
import java.util.Optional;

/**
 * Finds one spelling for all keys that the source may take for the same key.
 *
 * <p>Between texts of printable ASCII, no collation distinguishes more than their characters do. But some treat capital and small letters
 * as equal, and all but the newest ignore blanks at the end. Only the collation knows which other letters are equal: {@code M\u00fcller} is
 * {@code Myller} in one, and {@code Mueller} in another.
 */
final class Spelling {
    private Spelling() {}

    /** Returns the spelling of a key; empty if any other key may be equal. An empty text is equal to itself only. */
    static Optional<String> of(String key) {
        int end = key.length();
        for (int at = 0; at < key.length(); at++) {
            if (key.charAt(at) < ' ' || key.charAt(at) > '~') {
                return Optional.empty();
            }
        }
        while (end > 1 && key.charAt(end - 1) == ' ') {
            end--;
        }
        // Of several columns, each may have blanks at its end.
        String upper = key.substring(0, end).toUpperCase(Locale.ROOT);
        return Optional.of(upper.startsWith("[") ? upper.replaceAll(" +\"", "\"") : upper);
    }
}
