package io.dataflowsync.contract.config;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names of tables, with {@code *} for any signs and {@code ?} for one.
 *
 * @param glob {@code orders*}
 */
public record TablePattern(String glob) {

    /** The same as a regular expression without groups that count. */
    public String regex() {
        return glob.codePoints()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
    }

    public boolean matches(String table) {
        return table.matches(regex());
    }
}
