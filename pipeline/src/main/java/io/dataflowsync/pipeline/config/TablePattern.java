package io.dataflowsync.pipeline.config;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Matches the names of tables: {@code *} stands for any characters, {@code ?} for one.
 *
 * @param glob {@code orders*}
 */
public record TablePattern(String glob) {

    /** Returns the pattern as a regular expression without capturing groups. */
    public String regex() {
        return glob.codePoints()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
    }

    public boolean matches(String table) {
        return table.matches(regex());
    }
}
