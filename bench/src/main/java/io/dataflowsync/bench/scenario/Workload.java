package io.dataflowsync.bench.scenario;

/** A kind of load. */
public interface Workload {

    /** The short name: {@code W1}. */
    String name();

    /** The unit of its rate: {@code rows/s}. */
    String unit();

    /** @param suffix distinguishes this round's tables from those of others */
    WorkloadScript script(String suffix);

    /** The same workload, larger by this factor. */
    Workload times(double factor);
}
