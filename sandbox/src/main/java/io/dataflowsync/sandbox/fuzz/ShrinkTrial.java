package io.dataflowsync.sandbox.fuzz;

import io.dataflowsync.sandbox.fuzz.shrink.RoundSteps;
import io.dataflowsync.sandbox.fuzz.shrink.Shrinker;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs part of a failing round again, and checks whether it is wrong in the same way. */
final class ShrinkTrial implements Shrinker.Trial {

    /** Runs steps in new schemas. */
    interface Runner {
        RoundOutcome run(RoundSteps steps) throws SQLException;
    }

    private final Runner runner;
    private final boolean silent;
    private final Set<String> codes;
    private final long end;
    private RoundOutcome smallest;
    private int runs;

    ShrinkTrial(Runner runner, RoundOutcome failed, Duration lasts) {
        this.runner = runner;
        this.silent = failed.isSilentlyWrong();
        this.codes = codes(failed);
        this.smallest = failed;
        this.end = System.nanoTime() + lasts.toNanos();
    }

    @Override
    public boolean fails(RoundSteps steps) throws SQLException {
        runs++;
        RoundOutcome outcome = runner.run(steps);
        boolean fails =
                silent ? outcome.isSilentlyWrong() : codes(outcome).stream().anyMatch(codes::contains);
        if (fails) {
            smallest = outcome;
        }
        return fails;
    }

    private static Set<String> codes(RoundOutcome outcome) {
        return outcome.stops().stream().map(Stop::code).collect(Collectors.toSet());
    }

    @Override
    public boolean isAllowed() {
        return System.nanoTime() < end;
    }

    /** The outcome of the smallest round that failed. */
    RoundOutcome smallest() {
        return smallest;
    }

    int runs() {
        return runs;
    }
}
