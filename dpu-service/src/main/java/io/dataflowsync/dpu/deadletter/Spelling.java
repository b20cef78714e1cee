package io.dataflowsync.dpu.deadletter;

import java.util.Locale;
import java.util.Optional;

/**
 * The spelling of a key's text that all keys have which the source may take for it. Of printable ASCII no collation tells more apart than it
 * has signs, but some take capital and small letters for one, and all but the newest pass over blanks at the end. Which other letters are one,
 * only the collation knows: {@code M\u00fcller} is {@code Myller} in one, and {@code Mueller} in another.
 */
final class Spelling {
    private Spelling() {}

    /** Empty where any other key may be equal; an empty text for that alone. */
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
