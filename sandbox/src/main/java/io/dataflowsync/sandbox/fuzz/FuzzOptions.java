package io.dataflowsync.sandbox.fuzz;

import io.dataflowsync.sandbox.fuzz.generate.Profile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * The options of a fuzz run.
 *
 * @param seed the seed of the first round; the others follow from it
 * @param lasts the time after which no round begins
 * @param first the number of the first round, to run a later round of a seed again
 * @param rounds the maximum number of rounds
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
