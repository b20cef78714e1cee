package io.dataflowsync.sandbox.fuzz;

import io.dataflowsync.sandbox.demo.Ending;
import io.dataflowsync.sandbox.demo.KeptLogs;
import io.dataflowsync.sandbox.engine.EngineFailure;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.fuzz.generate.Feature;
import io.dataflowsync.sandbox.fuzz.generate.Profile;
import io.dataflowsync.sandbox.launch.LaunchFailure;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs random tables and statements through DFS, and compares the result with MySQL's own replication. */
@Command(
        name = "fuzz",
        description = "Random tables and statements from a seed, compared row by row with MySQL's own replication.")
public final class FuzzCommand implements Callable<Integer> {
    @Option(names = "--minutes", description = "begins no new round after this number of minutes (3)")
    private double minutes = 3;

    @Option(names = "--seed", description = "makes the tables and statements; without: a new one, which is printed")
    private @Nullable Long seed;

    @Option(names = "--cases", description = "the maximum number of rounds")
    private int cases = Integer.MAX_VALUE;

    @Option(names = "--round", description = "begins with this round of the seed (0)")
    private int round;

    @Option(names = "--profile", description = "usual or everything (usual)")
    private String profile = "usual";

    @Option(names = "--with", split = ",", description = "features in addition to those of the profile")
    private List<String> with = List.of();

    @Option(names = "--without", split = ",", description = "features of the profile that are left out")
    private List<String> without = List.of();

    @Option(names = "--allow", split = ",", description = "codes of stops that are no failure")
    private Set<String> allowed = Set.of();

    @Option(names = "--shrink", description = "minutes for making each failing round smaller (5)")
    private double shrink = 5;

    @Option(names = "--to", description = "the directory of the failing rounds (fuzz-cases)")
    private Path to = Path.of("fuzz-cases");

    @Spec
    private @Nullable CommandSpec spec;

    private final PrintStream out = System.out;

    @Override
    public Integer call() throws SQLException {
        long chosen = seed == null ? new Random().nextInt(1_000_000) : seed;
        FuzzOptions options =
                new FuzzOptions(chosen, minutes(minutes), round, cases, profile(), allowed, minutes(shrink), to);
        try (RunDirectory run = RunDirectory.open()) {
            boolean clean = false;
            try {
                FuzzReport report = Fuzz.run(run, options, out);
                describe(report);
                clean = report.silent().isEmpty() && report.stopsBut(allowed).isEmpty();
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

    private static Duration minutes(double minutes) {
        return Duration.ofMillis((long) (minutes * 60_000));
    }

    private Profile profile() {
        Profile base = profile.equals("everything") ? Profile.everything() : Profile.usual();
        return base.changed(features(with), features(without));
    }

    private List<Feature> features(List<String> words) {
        return words.stream().map(this::feature).toList();
    }

    private Feature feature(String word) {
        return Feature.ofWord(word).orElseThrow(() -> {
            String all = Arrays.stream(Feature.values()).map(Feature::word).collect(Collectors.joining(", "));
            CommandSpec command = Objects.requireNonNull(spec);
            return new ParameterException(command.commandLine(), "no such feature: " + word + "; there are " + all);
        });
    }

    private void describe(FuzzReport report) {
        out.printf(
                "%nseed %d: %d rounds, %d statements (%d more refused by the source), %d of them change tables; %d rows compared%n",
                report.seed(),
                report.rounds(),
                report.statements(),
                report.refused(),
                report.definitions(),
                report.rows());
        if (report.untold() > 0) {
            out.println(report.untold() + " rounds without a comparison: MySQL's own replication stopped");
        }
        for (Map.Entry<String, Integer> stop : report.stops().entrySet()) {
            out.println("stops: " + stop.getValue() + " " + stop.getKey()
                    + (allowed.contains(stop.getKey()) ? " (allowed)" : ""));
        }
        out.println("differences " + report.silent().size());
    }
}
