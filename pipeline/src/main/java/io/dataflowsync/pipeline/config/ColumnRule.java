package io.dataflowsync.pipeline.config;

import io.dataflowsync.pipeline.expression.Expression;
import java.util.Map;
import java.util.Optional;

/**
 * Says how a column is handled: {@code drop}, {@code mask} and {@code as} in cdc-service, the rest in dpu-service.
 *
 * @param drop whether it is removed in cdc-service
 * @param mask how cdc-service masks its values
 * @param as its name on the topic; absent: its name in the source
 * @param target its name on the target; absent: its name in the source
 * @param write whether it is written to the target at all
 * @param zeroDates how a date with a month or a day of 0 is handled
 * @param convert the conversion of its values
 * @param map the values to replace, as text; a value that is not in it stays, unless there is an {@code otherwise}
 * @param otherwise the replacement for a value that is not in {@code map}
 * @param constant the value that the target always gets; the text {@code NULL} without quotes in the file is SQL's NULL
 * @param expression the expression that computes the value from all columns of the row
 * @param whenNull the value for the target if the source has NULL ({@code default} in the file)
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

    /** A rule that has only names, a mask, a map, a constant and a value for NULL. */
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

    /** Returns a rule that only renames a column on the target. */
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

    /** Returns a copy for a column that is not written. */
    ColumnRule unwritten() {
        return new ColumnRule(
                drop, mask, as, target, false, zeroDates, convert, map, otherwise, constant, expression, whenNull);
    }

    /**
     * Joins two rules into one: cdc-service does the part of the other rule, then dpu-service does the part of this one.
     *
     * @param first the rule of which drop, mask and as are taken
     */
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

    /** Returns the name that the source's column has on the topic. */
    public String wireName(String column) {
        return as.orElse(column);
    }

    /** Returns the name that the source's column has on the target. */
    public String targetName(String column) {
        return target.orElse(column);
    }

    /** Whether the column's values are captured, and written to the target. */
    public boolean isWritten() {
        return write && !drop;
    }

    /** Whether the value does not come from the column itself, so that the rule can also fill a column that only the target has. */
    public boolean isMade() {
        return constant.isPresent() || expression.isPresent();
    }

    /** Whether the target's values differ from the source's, so that the column's type may differ, too. */
    public boolean changesValues() {
        return isMade() || mask.isPresent() || convert.isPresent() || !map.isEmpty();
    }

    /** Whether another rule converts each value in the same way. Names are not compared. */
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

    /** A constant value; empty is SQL's NULL. */
    public record Constant(Optional<String> value) {}

    /** The way in which a value is masked. */
    public sealed interface Mask {
        /**
         * A hash of the value's text, in hexadecimal: equal values stay equal. It is read by {@link MaskBinder} from {@code mask: hash} and
         * {@code mask: { hash: ... }}.
         *
         * @param secret the key of HMAC-SHA256: a reader without it cannot check guesses; absent: plain SHA-256
         */
        record Hash(Optional<Secret> secret) implements Mask {
            public Hash() {
                this(Optional.empty());
            }
        }

        /** A fixed text; NULL stays NULL. */
        record Redact() implements Mask {}

        /** The first {@code length} characters. */
        record Truncate(int length) implements Mask {}
    }
}
