package io.dataflowsync.contract.config;

import io.dataflowsync.contract.expression.Expression;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of a column: {@code drop}, {@code mask} and {@code as} in cdc-service, the rest in dpu-service.
 *
 * @param drop it never leaves cdc-service
 * @param mask it leaves cdc-service disguised
 * @param as its name on the topic; absent: the source's
 * @param target its name on the target; absent: the source's
 * @param write whether it is written to the target at all
 * @param zeroDates what becomes of a date that has a month or a day of 0
 * @param convert what kind of value it becomes
 * @param map the values that are replaced, as text; a value that is not named stays, unless there is an {@code otherwise}
 * @param otherwise what a value becomes that {@code map} does not name
 * @param constant what the target gets whatever the source has; the text {@code NULL} unquoted in the file is SQL's NULL
 * @param expression what the target gets, reckoned from all columns of the row
 * @param whenNull what the target gets where the source has NULL ({@code default} in the file)
 */
public record ColumnRule(
        boolean drop,
        Optional<Mask> mask,
        Optional<String> as,
        Optional<String> target,
        boolean write,
        ZeroDates zeroDates,
        Optional<Conversion> convert,
        Map<String, String> map,
        Optional<Constant> otherwise,
        Optional<Constant> constant,
        Optional<Expression> expression,
        Optional<String> whenNull) {

    public static final ColumnRule UNCHANGED = new ColumnRule(
            false, Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), Optional.empty());

    static final ColumnRule DROPPED = new ColumnRule(
            true, Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), Optional.empty());

    /** A rule without a conversion, an expression and the like. */
    public ColumnRule(
            boolean drop,
            Optional<Mask> mask,
            Optional<String> as,
            Optional<String> target,
            Map<String, String> map,
            Optional<Constant> constant,
            Optional<String> whenNull) {
        this(
                drop,
                mask,
                as,
                target,
                true,
                ZeroDates.KEPT,
                Optional.empty(),
                map,
                Optional.empty(),
                constant,
                Optional.empty(),
                whenNull);
    }

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

    /** The same rule for a column that is not written. */
    ColumnRule unwritten() {
        return new ColumnRule(
                drop, mask, as, target, false, zeroDates, convert, map, otherwise, constant, expression, whenNull);
    }

    /** What this rule does in dpu-service, after what another one does in cdc-service. */
    ColumnRule after(ColumnRule first) {
        return new ColumnRule(
                first.drop,
                first.mask,
                first.as,
                target,
                write,
                zeroDates,
                convert,
                map,
                otherwise,
                constant,
                expression,
                whenNull);
    }

    /** The name on the topic of the source's column. */
    public String wireName(String column) {
        return as.orElse(column);
    }

    /** The name on the target of the source's column. */
    public String targetName(String column) {
        return target.orElse(column);
    }

    /** Whether the column's values are captured, and written to the target. */
    public boolean isWritten() {
        return write && !drop;
    }

    /** Whether the value is made of something else than the column's own, so that a column that only the target has may have it. */
    public boolean isMade() {
        return constant.isPresent() || expression.isPresent();
    }

    /** Whether the target's values are others than the source's, so that the column's type is its own, too. */
    public boolean changesValues() {
        return isMade() || mask.isPresent() || convert.isPresent() || !map.isEmpty();
    }

    /** Whether another rule makes the same of each value, under whatever names. */
    public boolean makesLike(ColumnRule other) {
        return unnamed().equals(other.unnamed());
    }

    private ColumnRule unnamed() {
        return new ColumnRule(
                drop,
                mask,
                Optional.empty(),
                Optional.empty(),
                write,
                zeroDates,
                convert,
                map,
                otherwise,
                constant,
                expression,
                whenNull);
    }

    /** A constant; empty is SQL's NULL. */
    public record Constant(Optional<String> value) {}

    /** How a value is disguised. */
    public sealed interface Mask {
        /**
         * A hash of the value's text, in hexadecimal: equal values stay equal.
         *
         * @param secret the key of HMAC-SHA256, without which nobody can try whether a guess has this hash; absent: plain SHA-256
         */
        record Hash(Optional<Secret> secret) implements Mask {
            public Hash() {
                this(Optional.empty());
            }
        }

        /** A fixed text; NULL stays NULL. */
        record Redact() implements Mask {}

        /** The first so many characters. */
        record Truncate(int length) implements Mask {}
    }
}
