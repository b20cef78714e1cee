package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.config.ColumnRule;
import io.dataflowsync.contract.config.ReferenceRule.OddKey;
import io.dataflowsync.contract.config.ZeroDates;
import java.math.BigInteger;

/**
 * What becomes of a column.
 *
 * @param name its name on the topic
 * @param target its name on the target
 * @param meaning what its value means as a key
 * @param zero what a 0 means there that is a key by its meaning
 * @param negative what a number below 0 does; where a 0 is the key of a row, so is each of these
 * @param rule what the pipeline file says of it
 * @param converter what its conversion makes of a value
 * @param fit makes of a value what the target's column is to be given
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

    /** Whether the target has the very value of the source. */
    boolean isAsInSource() {
        return meaning instanceof KeyMeaning.Plain && isWrittenAsItIs();
    }

    /** Whether the target has the value of the source, or the new key of the row that it names. */
    boolean isWrittenAsItIs() {
        return isWrittenAsItIs(rule);
    }

    static boolean isWrittenAsItIs(ColumnRule rule) {
        return !rule.changesValues() && rule.whenNull().isEmpty() && rule.zeroDates() instanceof ZeroDates.Keep;
    }

    /** What a 0, or a number below it, means there. */
    OddKey meaningOf(BigInteger odd) {
        return zero == OddKey.ROW || odd.signum() == 0 ? zero : negative;
    }

    /** Whether its value is reckoned from all columns of the row, so that it may change with any of them. */
    boolean isReckoned() {
        return rule.expression().isPresent();
    }
}
