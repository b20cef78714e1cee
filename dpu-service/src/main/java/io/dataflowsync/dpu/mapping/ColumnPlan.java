package io.dataflowsync.dpu.mapping;

import io.dataflowsync.pipeline.config.ColumnRule;
import io.dataflowsync.pipeline.config.ReferenceRule.OddKey;
import io.dataflowsync.pipeline.config.ZeroDates;
import java.math.BigInteger;

/**
 * Says how the values of a column are mapped.
 *
 * @param name its name on the topic
 * @param target its name on the target
 * @param meaning the meaning of its value as a key
 * @param zero the meaning of a 0 in a column that holds keys
 * @param negative the meaning of a number below 0; if a 0 is the key of a row, so is each of these
 * @param rule the rule of the pipeline file for the column
 * @param converter the conversion of its values
 * @param fit the adjustment of a value to the type of the target's column
 */
public record ColumnPlan(
        String name,
        String target,
        KeyMeaning meaning,
        OddKey zero,
        OddKey negative,
        ColumnRule rule,
        Converter converter,
        ColumnFit fit) {

    /** Whether the target gets exactly the value of the source. */
    boolean isAsInSource() {
        return meaning instanceof KeyMeaning.Plain && isWrittenAsItIs();
    }

    /** Whether the target gets the value of the source, or the new key of the row that the value names. */
    boolean isWrittenAsItIs() {
        return isWrittenAsItIs(rule);
    }

    static boolean isWrittenAsItIs(ColumnRule rule) {
        return !rule.changesValues()
                && rule.values().whenNull().isEmpty()
                && rule.values().zeroDates() instanceof ZeroDates.Keep;
    }

    /** The meaning of a 0, or of a number below it, in the column. */
    OddKey meaningOf(BigInteger odd) {
        return zero == OddKey.ROW || odd.signum() == 0 ? zero : negative;
    }

    /** Whether an expression computes its value: it may change with any column of the row. */
    boolean hasExpression() {
        return rule.values().expression().isPresent();
    }
}
