package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.pipeline.config.ZeroDates;
import org.jspecify.annotations.Nullable;

/** Applies the rule of the pipeline file for dates with a month or a day of 0: {@code 0000-00-00}, {@code 2021-00-00 10:00:00}. */
final class ZeroDateRules {
    private static final int MONTH = 5;
    private static final int DAY = 8;
    private static final int LENGTH = 10;

    @Nullable
    Object dated(ColumnPlan column, Object value) {
        ZeroDates rule = column.rule().values().zeroDates();
        if (rule instanceof ZeroDates.Keep || !(value instanceof String text) || !isZero(text)) {
            return value;
        }
        if (rule instanceof ZeroDates.Fixed fixed) {
            return fixed.date();
        }
        if (rule instanceof ZeroDates.DeadLetter) {
            throw new MappingException(ErrorCode.ZERO_DATE, "column " + column.name() + " has the date '" + text + "'");
        }
        return null;
    }

    private static boolean isZero(String text) {
        return text.length() >= LENGTH
                && text.charAt(MONTH - 1) == '-'
                && text.charAt(DAY - 1) == '-'
                && (text.startsWith("00", MONTH) || text.startsWith("00", DAY));
    }
}
