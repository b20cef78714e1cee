package io.dataflowsync.bench.scenario;

import java.util.Iterator;
import java.util.List;

/**
 * The statements of one round of a workload for the source; to be used once.
 *
 * @param tables parents first
 * @param before the rows that exist before, not timed
 * @param writers the transactions of each writer; each text is one or more statements, committed with it
 * @param events the number of rows that they change
 * @param count the number of things that the rate counts: rows or transactions
 */
public record WorkloadScript(
        List<BenchTable> tables, List<String> before, List<Iterator<String>> writers, long events, long count) {}
