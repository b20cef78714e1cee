package io.dataflowsync.sandbox.fuzz;

import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.fuzz.generate.Feature;
import io.dataflowsync.sandbox.fuzz.generate.Mode;
import io.dataflowsync.sandbox.fuzz.generate.RandomScript;
import io.dataflowsync.sandbox.fuzz.generate.SourcePeek;
import io.dataflowsync.sandbox.fuzz.shrink.CaseFile;
import io.dataflowsync.sandbox.fuzz.shrink.RoundSteps;
import io.dataflowsync.sandbox.fuzz.shrink.Shrinker;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Runs round after round on the same servers, each with schemas and services of its own. */
public final class Fuzz {
    /** Makes the seeds of neighbouring rounds very different. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final int SHOWN = 6;

    private final RunDirectory run;
    private final FuzzServers servers;
    private final FuzzOptions options;
    private final PrintStream out;
    private final Map<String, Integer> stops = new TreeMap<>();
    private final List<String> silent = new ArrayList<>();
    private int names;
    private int rounds;
    private int untold;
    private long statements;
    private long refused;
    private long definitions;
    private long rows;

    private Fuzz(RunDirectory run, FuzzServers servers, FuzzOptions options, PrintStream out) {
        this.run = run;
        this.servers = servers;
        this.options = options;
        this.out = out;
    }

    /** Starts the servers, runs the rounds and returns their results. */
    public static FuzzReport run(RunDirectory run, FuzzOptions options, PrintStream out) throws SQLException {
        try (FuzzServers servers = FuzzServers.start(run)) {
            return new Fuzz(run, servers, options, out).run();
        }
    }

    private FuzzReport run() throws SQLException {
        out.println("seed " + options.seed());
        long end = System.nanoTime() + options.lasts().toNanos();
        for (int i = 0; i < options.rounds() && (i == 0 || System.nanoTime() < end); i++) {
            round(options.first() + i);
        }
        return new FuzzReport(
                options.seed(), rounds, statements, refused, definitions, rows, Map.copyOf(stops), untold, silent);
    }

    private void round(int number) throws SQLException {
        Mode mode = mode(number);
        long seed = options.seed() * SPREAD + number;
        long begun = System.nanoTime();
        RoundOutcome outcome = new FuzzRound(run, servers, nextNames())
                .run(peek -> new RandomScript(seed, options.profile(), mode, new SourcePeek(peek)));
        count(outcome);
        out.printf(
                "round %d, %s: %d statements, %d of them change tables, %d rows, %d stops, %d differences, %.0f s%n",
                number,
                mode.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                outcome.written().statements(),
                outcome.written().definitions(),
                outcome.rows(),
                outcome.stops().size(),
                outcome.differences().size(),
                (System.nanoTime() - begun) / 1e9);
        describe(number, outcome);
    }

    private Mode mode(int number) {
        List<Mode> modes = options.profile().has(Feature.KILLS)
                ? List.of(Mode.IN_STEP, Mode.LAGGING, Mode.KILLED)
                : List.of(Mode.IN_STEP, Mode.LAGGING);
        return modes.get(number % modes.size());
    }

    private RoundNames nextNames() {
        names++;
        return RoundNames.numbered(names);
    }

    private void count(RoundOutcome outcome) {
        rounds++;
        statements += outcome.written().statements();
        refused += outcome.written().refused();
        definitions += outcome.written().definitions();
        rows += outcome.rows();
        outcome.stops().forEach(stop -> stops.merge(stop.code(), 1, Integer::sum));
        untold += outcome.untold().isEmpty() ? 0 : 1;
    }

    private void describe(int number, RoundOutcome outcome) throws SQLException {
        if (!outcome.untold().isEmpty()) {
            out.println("  MySQL's own replication stopped: " + outcome.untold());
        }
        outcome.stops().forEach(stop -> out.println("  stopped: " + stop));
        outcome.differences().stream().limit(SHOWN).forEach(difference -> out.println("    " + difference));
        boolean stopped =
                outcome.stops().stream().anyMatch(s -> !options.allowed().contains(s.code()));
        if (outcome.isSilentlyWrong() || stopped) {
            outcome.differences().stream()
                    .filter(d -> outcome.stops().isEmpty())
                    .forEach(d -> silent.add("round " + number + ": " + d));
            keep(number, outcome);
        }
    }

    private void keep(int number, RoundOutcome outcome) throws SQLException {
        String name = "seed-" + options.seed() + "-round-" + number;
        out.println("  all steps: " + write(name, number, outcome));
        if (options.shrinking().isZero()) {
            return;
        }
        ShrinkTrial trial = new ShrinkTrial(
                steps -> new FuzzRound(run, servers, nextNames()).run(peek -> steps.script()),
                outcome,
                options.shrinking());
        RoundSteps small = new Shrinker(trial).shrink(outcome.steps());
        if (small.size() < outcome.steps().size()) {
            Path file = write(name + "-small", number, trial.smallest());
            out.println("  " + trial.runs() + " runs made it smaller, from "
                    + outcome.steps().size() + " steps to " + small.size() + ": " + file);
        }
    }

    private Path write(String name, int number, RoundOutcome outcome) {
        List<String> findings = new ArrayList<>();
        outcome.stops().forEach(stop -> findings.add("Stopped: " + stop));
        outcome.differences().stream().limit(SHOWN).forEach(d -> findings.add("Difference: " + d));
        String title = "Found by ./dfs fuzz --seed " + options.seed() + ", round " + number;
        CaseFile.write(options.cases(), name + ".log", String.join("\n", outcome.log()));
        return CaseFile.write(options.cases(), name + ".sql", CaseFile.text(title, findings, outcome.steps()));
    }
}
