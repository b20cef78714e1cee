package io.dataflowsync.dpu.execute;

import org.jspecify.annotations.Nullable;

/** What became of an event on the target. */
public sealed interface Result {

    /** @param note what was unusual, where anything was */
    record Applied(@Nullable String note) implements Result {}

    /**
     * It cannot be applied, now or later.
     *
     * @param code the target's error number, or a word
     */
    record Failed(String code, String text) implements Result {}

    Result APPLIED = new Applied(null);
}
