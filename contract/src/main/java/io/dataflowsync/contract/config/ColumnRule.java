package io.dataflowsync.contract.config;

import java.util.Map;
import java.util.Optional;

/**
 * What becomes of a column: {@code drop}, {@code mask} and {@code as} in cdc-service, the rest in dpu-service.
 *
 * @param drop it never leaves cdc-service
 * @param mask it leaves cdc-service disguised
 * @param as its name on the topic; absent: the source's
 * @param target its name on the target; absent: the source's
 * @param map the values that are replaced, as text; a value that is not named stays
 * @param constant what the target gets whatever the source has; the text {@code NULL} unquoted in the file is SQL's NULL
 * @param whenNull what the target gets where the source has NULL ({@code default} in the file)
 */
public record ColumnRule(
        boolean drop,
        Optional<Mask> mask,
        Optional<String> as,
        Optional<String> target,
        Map<String, String> map,
        Optional<Constant> constant,
        Optional<String> whenNull) {

    public static final ColumnRule UNCHANGED = new ColumnRule(
            false, Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), Optional.empty());

    /** The rule that gives a column another name on the target, and changes nothing else. */
    static ColumnRule renamed(String target) {
        return new ColumnRule(
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.of(target),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** The name on the topic of the source's column. */
    public String wireName(String column) {
        return as.orElse(column);
    }

    /** The name on the target of the source's column. */
    public String targetName(String column) {
        return target.orElse(column);
    }

    /** A constant; empty is SQL's NULL. */
    public record Constant(Optional<String> value) {}

    /** How a value is disguised. */
    public sealed interface Mask {
        /** SHA-256 of the value's text, in hexadecimal: equal values stay equal. */
        record Hash() implements Mask {}

        /** A fixed text; NULL stays NULL. */
        record Redact() implements Mask {}

        /** The first so many characters. */
        record Truncate(int length) implements Mask {}
    }
}
