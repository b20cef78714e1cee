package io.dataflowsync.contract.processor;

import java.util.Set;

/**
 * Java code that is asked about each change of a table, once for each of the table's targets. dpu-service finds it by CDI: a class with
 * {@code @ApplicationScoped} or {@code @Singleton} in a jar that its build names.
 *
 * <p>It must be pure: the same change is asked about again after a failure and when a dead letter is replayed, by several threads at
 * once, and must then become the same. So there are no clocks, no chance, no calls of other servers in it, and no state.
 */
public interface TableProcessor {

    /** The name by which {@code processor:} of a table in the pipeline file names it. */
    String name();

    /** The source tables that it is for without being named there: {@code orders}, or {@code shop.orders}. */
    default Set<String> tables() {
        return Set.of();
    }

    /**
     * Says what becomes of a change, by the methods of it; a change that is left alone goes on as it is.
     *
     * @throws RuntimeException of any kind makes the event a dead letter with the code {@code processor-failed}, the exception's text
     *     in it
     */
    void change(TargetChange change);
}
