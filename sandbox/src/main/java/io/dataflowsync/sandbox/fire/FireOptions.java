package io.dataflowsync.sandbox.fire;

import java.time.Duration;

/**
 * How a fire burns.
 *
 * @param seed chooses the faults, and what the shop does
 * @param lasts until everything is healed and drained
 */
public record FireOptions(long seed, Duration lasts) {}
