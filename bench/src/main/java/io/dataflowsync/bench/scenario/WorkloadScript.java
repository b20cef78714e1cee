package io.dataflowsync.bench.scenario;

import java.util.Iterator;
import java.util.List;

/**
 * What one round of a workload does to the source; for one use.
 *
 * @param tables parents first
 * @param before the rows that are there before, not timed
 * @param writers the transactions, for so many writers; each text is one or more statements, committed with it
 * @param events how many rows they change
 * @param count what the rate counts: rows or transactions
 */
public record WorkloadScript(
        List<BenchTable> tables, List<String> before, List<Iterator<String>> writers, long events, long count) {}
