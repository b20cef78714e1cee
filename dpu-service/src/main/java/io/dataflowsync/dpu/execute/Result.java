package io.dataflowsync.dpu.execute;

import io.dataflowsync.contract.error.ErrorCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an event on the target. */
public sealed interface Result {

    /**
     * It is on the target.
     *
     * @param note what was unusual, where anything was
     * @param vanished the rows that went along with it
     */
    record Applied(@Nullable String note, List<CascadeDeleted> vanished) implements Result {
        public Applied(@Nullable String note) {
            this(note, List.of());
        }
    }

    /**
     * It cannot be applied as it is.
     *
     * @param stack where that arose; null where nothing was thrown
     */
    record Failed(ErrorCode code, String text, @Nullable String stack) implements Result {

        public static Failed of(ErrorCode code, Throwable cause) {
            StringWriter stack = new StringWriter();
            cause.printStackTrace(new PrintWriter(stack));
            return new Failed(code, text(cause), stack.toString());
        }

        /** A driver that has failed itself says nothing, and has the reason as its cause. */
        private static String text(Throwable cause) {
            String text = cause.getMessage();
            if (text != null) {
                return text;
            }
            return cause.getCause() == null ? cause.toString() : text(cause.getCause());
        }
    }

    /** It was not tried, since an earlier event of its row was not applied: the one of this id. */
    record Waiting(String behind) implements Result {}

    Result APPLIED = new Applied(null);

    /** The rows that went along with it, none where it is not applied. */
    default List<CascadeDeleted> gone() {
        return this instanceof Applied applied ? applied.vanished() : List.of();
    }

    default boolean isApplied() {
        return this instanceof Applied;
    }
}
