package io.dataflowsync.dpu.execute;

import io.dataflowsync.contract.error.ErrorCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of an event on the target. */
public sealed interface Result {

    /**
     * The event is applied.
     *
     * @param note a remark on something unusual; null for none
     * @param cascadeDeleted the rows that the target deleted along with it
     */
    record Applied(@Nullable String note, List<CascadeDeleted> cascadeDeleted) implements Result {
        public Applied(@Nullable String note) {
            this(note, List.of());
        }
    }

    /**
     * The event cannot be applied as it is.
     *
     * @param text the reason
     * @param stack the stack trace of the failure; null if nothing was thrown
     */
    record Failed(ErrorCode code, String text, @Nullable String stack) implements Result {

        public static Failed of(ErrorCode code, Throwable cause) {
            StringWriter stack = new StringWriter();
            cause.printStackTrace(new PrintWriter(stack));
            return new Failed(code, text(cause), stack.toString());
        }

        /** The message of a failure, or of its cause: a driver that fails itself gives no message, and has the reason as its cause. */
        private static String text(Throwable cause) {
            String text = cause.getMessage();
            if (text != null) {
                return text;
            }
            return cause.getCause() == null ? cause.toString() : text(cause.getCause());
        }
    }

    /**
     * The event was not tried, because an earlier event of its row was not applied.
     *
     * @param blocker the id of the earlier event
     */
    record Waiting(String blocker) implements Result {}

    Result APPLIED = new Applied(null);

    /** The rows that the target deleted along with it; none if it is not applied. */
    default List<CascadeDeleted> gone() {
        return this instanceof Applied applied ? applied.cascadeDeleted() : List.of();
    }

    default boolean isApplied() {
        return this instanceof Applied;
    }
}
