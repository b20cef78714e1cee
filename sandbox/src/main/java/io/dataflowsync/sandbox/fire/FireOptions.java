package io.dataflowsync.sandbox.fire;

import java.time.Duration;

/**
 * The options of a fire.
 *
 * @param seed chooses the faults, and what the shop does
 * @param lasts how long faults happen; then everything is healed and drained
 */
public record FireOptions(long seed, Duration lasts) {}
