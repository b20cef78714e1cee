package io.dataflowsync.dpu.execute;

import io.dataflowsync.contract.error.ErrorCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/** What became of an event on the target. */
public sealed interface Result {

    /** @param note what was unusual, where anything was */
    record Applied(@Nullable String note) implements Result {}

    /**
     * It cannot be applied as it is.
     *
     * @param stack where that arose; null where nothing was thrown
     */
    record Failed(ErrorCode code, String text, @Nullable String stack) implements Result {

        public static Failed of(ErrorCode code, Throwable cause) {
            StringWriter stack = new StringWriter();
            cause.printStackTrace(new PrintWriter(stack));
            return new Failed(code, String.valueOf(cause.getMessage()), stack.toString());
        }
    }

    /** It was not tried, since an earlier event of its row was not applied: the one of this id. */
    record Waiting(String behind) implements Result {}

    Result APPLIED = new Applied(null);

    default boolean isApplied() {
        return this instanceof Applied;
    }
}
