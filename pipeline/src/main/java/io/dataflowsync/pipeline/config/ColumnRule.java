package io.dataflowsync.pipeline.config;

import io.dataflowsync.pipeline.expression.Expression;
import java.util.Map;
import java.util.Optional;

/**
 * Says how a column is handled: {@code onTopic} in cdc-service, the rest in dpu-service.
 *
 * @param target its name on the target; absent: its name in the source
 * @param write whether it is written to the target at all
 */
public record ColumnRule(OnTopic onTopic, Optional<String> target, boolean write, Values values) {
    public static final ColumnRule UNCHANGED = of(OnTopic.UNCHANGED);

    static final ColumnRule DROPPED = of(new OnTopic(true, Optional.empty(), Optional.empty()));

    /**
     * Says how a column gets to the topic.
     *
     * @param drop whether it is removed
     * @param mask how its values are masked
     * @param as its name on the topic; absent: its name in the source
     */
    public record OnTopic(boolean drop, Optional<Mask> mask, Optional<String> as) {
        public static final OnTopic UNCHANGED = new OnTopic(false, Optional.empty(), Optional.empty());
    }

    /**
     * Says which values the target gets.
     *
     * @param zeroDates how a date with a month or a day of 0 is handled
     * @param convert the conversion of its values
     * @param map the values to replace, as text; a value that is not in it stays, unless there is an {@code otherwise}
     * @param otherwise the replacement for a value that is not in {@code map}
     * @param constant the value that the target always gets; the text {@code NULL} without quotes in the file is SQL's NULL
     * @param expression the expression that computes the value from all columns of the row
     * @param whenNull the value for the target if the source has NULL ({@code default} in the file)
     */
    public record Values(
            ZeroDates zeroDates,
            Optional<Conversion> convert,
            Map<String, String> map,
            Optional<Constant> otherwise,
            Optional<Constant> constant,
            Optional<Expression> expression,
            Optional<String> whenNull) {
        public static final Values UNCHANGED = of(Map.of(), Optional.empty(), Optional.empty());

        /** Returns values that are only replaced. */
        public static Values of(Map<String, String> map, Optional<Constant> constant, Optional<String> whenNull) {
            return new Values(
                    ZeroDates.KEPT, Optional.empty(), map, Optional.empty(), constant, Optional.empty(), whenNull);
        }
    }

    private static ColumnRule of(OnTopic onTopic) {
        return new ColumnRule(onTopic, Optional.empty(), true, Values.UNCHANGED);
    }

    /** Returns a rule that only renames a column on the target. */
    static ColumnRule renamed(String target) {
        return new ColumnRule(OnTopic.UNCHANGED, Optional.of(target), true, Values.UNCHANGED);
    }

    /** Returns a copy for a column that is not written. */
    ColumnRule unwritten() {
        return new ColumnRule(onTopic, target, false, values);
    }

    /**
     * Joins two rules into one: cdc-service does the part of the other rule, then dpu-service does the part of this one.
     *
     * @param first the rule of which the part of cdc-service is taken
     */
    ColumnRule after(ColumnRule first) {
        return new ColumnRule(first.onTopic, target, write, values);
    }

    /** Returns the name that the source's column has on the topic. */
    public String wireName(String column) {
        return onTopic.as().orElse(column);
    }

    /** Returns the name that the source's column has on the target. */
    public String targetName(String column) {
        return target.orElse(column);
    }

    /** Whether the column's values are captured, and written to the target. */
    public boolean isWritten() {
        return write && !onTopic.drop();
    }

    /** Whether the value does not come from the column itself, so that the rule can also fill a column that only the target has. */
    public boolean isMade() {
        return values.constant().isPresent() || values.expression().isPresent();
    }

    /** Whether the target's values differ from the source's, so that the column's type may differ, too. */
    public boolean changesValues() {
        return isMade()
                || onTopic.mask().isPresent()
                || values.convert().isPresent()
                || !values.map().isEmpty();
    }

    /** Whether another rule converts each value in the same way. Names are not compared. */
    public boolean makesLike(ColumnRule other) {
        return unnamed().equals(other.unnamed());
    }

    private ColumnRule unnamed() {
        OnTopic unnamed = new OnTopic(onTopic.drop(), onTopic.mask(), Optional.empty());
        return new ColumnRule(unnamed, Optional.empty(), write, values);
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
