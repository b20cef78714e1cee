package io.dataflowsync.dpu.plan;

import io.dataflowsync.dpu.relationship.RelationshipChange;
import java.util.List;

/**
 * The planned events of a batch.
 *
 * @param used the changes of relationships that follow from the plan, whether the events are applied or not: new keys are used from now on
 */
public record PlannedBatch(List<PlannedEvent> events, List<RelationshipChange> used) {}
