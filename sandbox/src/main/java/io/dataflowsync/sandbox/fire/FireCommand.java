package io.dataflowsync.sandbox.fire;

import io.dataflowsync.sandbox.demo.Ending;
import io.dataflowsync.sandbox.demo.KeptLogs;
import io.dataflowsync.sandbox.engine.EngineFailure;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.LaunchFailure;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks the pipeline's promise while everything under it is destroyed. */
@Command(
        name = "fire",
        description = "Kills, cuts and slows everything while a shop writes, then checks every promise.")
public final class FireCommand implements Callable<Integer> {
    private static final int VIOLATIONS_SHOWN = 10;

    @Option(names = "--minutes", description = "how many minutes the faults last (3)")
    private double minutes = 3;

    @Option(
            names = "--seed",
            description = "chooses the faults and what the shop does; without: a new one, which is printed")
    private @Nullable Long seed;

    private final PrintStream out = System.out;

    @Override
    public Integer call() throws SQLException {
        long chosen = seed == null ? new Random().nextInt(1_000_000) : seed;
        FireOptions options = new FireOptions(chosen, Duration.ofMillis((long) (minutes * 60_000)));
        try (RunDirectory run = RunDirectory.open()) {
            boolean clean = false;
            try {
                FireReport report = Fire.burn(run, options, out);
                print(report);
                clean = report.isClean();
            } catch (EngineFailure | LaunchFailure | IllegalStateException | SQLException e) {
                Ending.stopHereIfEnding(run);
                out.println("failed: " + e.getMessage());
            }
            if (!clean) {
                out.println("the logs are in " + KeptLogs.keep(run) + "; again with --seed " + chosen);
            }
            return clean ? 0 : 1;
        }
    }

    private void print(FireReport report) {
        out.println();
        for (Violation.Kind kind : Violation.Kind.values()) {
            report.violations().stream()
                    .filter(violation -> violation.kind() == kind)
                    .limit(VIOLATIONS_SHOWN)
                    .forEach(violation -> out.println("  " + violation));
        }
        new TreeMap<>(report.faults()).forEach((name, times) -> out.printf("%6d  %s%n", times, name));
        out.printf(
                "%d transactions on the source, %d of the target's own; %d events captured, %d applied, %d that change no"
                        + " row, %d dead%s; %d rows compared, %d checks meanwhile%n",
                report.transactions(),
                report.ownTransactions(),
                report.figures().captured(),
                report.figures().applied(),
                report.figures().skipped(),
                report.figures().dead(),
                report.figures().unapplied(),
                report.rows(),
                report.looks());
        out.printf(
                "seed %d: lost %d, duplicated %d, wrong %d%n",
                report.seed(),
                report.count(Violation.Kind.LOST),
                report.count(Violation.Kind.DUPLICATED),
                report.count(Violation.Kind.WRONG));
    }
}
