package io.dataflowsync.pipeline.processor;

import java.util.Set;

/**
 * Java code that is called for each change of a table, once for each of the table's targets. dpu-service finds it by CDI: a class with
 * {@code @ApplicationScoped} or {@code @Singleton} in a jar that its build names.
 *
 * <p>It must be pure. It is called again for the same change after a failure and when a dead letter is replayed, by several threads at
 * once, and the result must be the same. So it must not use clocks, random numbers, calls of other servers, or state.
 */
public interface TableProcessor {

    /** Returns the name for {@code processor:} of a table in the pipeline file. */
    String name();

    /** Returns the source tables that use it without naming it there: {@code orders}, or {@code shop.orders}. */
    default Set<String> tables() {
        return Set.of();
    }

    /**
     * Handles a change by calling its methods. A change without such a call goes on unchanged.
     *
     * @throws RuntimeException of any kind makes the event a dead letter with the code {@code processor-failed} and the exception's text
     */
    void change(TargetChange change);
}
