package io.dataflowsync.sandbox.fuzz;

import io.dataflowsync.sandbox.fuzz.generate.Profile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * How a fuzz goes.
 *
 * @param seed of the first round; the others follow from it
 * @param lasts no round begins later
 * @param first the number of the first round, to run a later one of a seed again
 * @param rounds at most
 * @param allowed codes of stops that are no failure
 * @param shrinking how long a failing round may be made smaller
 * @param cases the directory of the failing rounds
 */
public record FuzzOptions(
        long seed,
        Duration lasts,
        int first,
        int rounds,
        Profile profile,
        Set<String> allowed,
        Duration shrinking,
        Path cases) {}
