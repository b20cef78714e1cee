package io.dataflowsync.contract.broker;

import java.util.List;

/**
 * A topic as the broker has it.
 *
 * @param id what the broker named it when it was created: another one after it was created again
 * @param starts of each partition, the first offset that it still has
 * @param ends of each partition, the offset behind its last record
 */
public record FoundTopic(String id, List<Long> starts, List<Long> ends) {}
