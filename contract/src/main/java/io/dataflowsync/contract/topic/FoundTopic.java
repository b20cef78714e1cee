package io.dataflowsync.contract.topic;

import java.util.List;

/**
 * The state of a topic on the broker.
 *
 * @param id the id that the broker gave it when it was created; a topic that is created again has another one
 * @param starts for each partition, the first offset that it still has
 * @param ends for each partition, the offset after its last record
 */
public record FoundTopic(String id, List<Long> starts, List<Long> ends) {}
