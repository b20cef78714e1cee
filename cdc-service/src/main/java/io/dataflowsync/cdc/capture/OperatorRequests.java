package io.dataflowsync.cdc.capture;

import io.dataflowsync.cdc.capture.obstacle.Obstacle;
import io.dataflowsync.cdc.capture.snapshot.TableSnapshots;
import java.util.function.Predicate;

/**
 * Groups what operators ask the capture for.
 *
 * @param acknowledged whether an operator has acknowledged an obstacle, so that capture passes it
 * @param snapshots the snapshots of single tables
 */
public record OperatorRequests(Predicate<Obstacle> acknowledged, TableSnapshots snapshots) {}
