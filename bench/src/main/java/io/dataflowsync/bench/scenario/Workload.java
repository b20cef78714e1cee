package io.dataflowsync.bench.scenario;

/** A kind of load. */
public interface Workload {

    /** As people know it: {@code W1}. */
    String name();

    /** What its rate counts: {@code rows/s}. */
    String unit();

    /** @param suffix tells this round's tables from those of others */
    WorkloadScript script(String suffix);

    /** The same, so many times as large. */
    Workload times(double factor);
}
