package io.dataflowsync.sandbox.fire;

import io.dataflowsync.sandbox.demo.EventCounts;
import io.dataflowsync.sandbox.engine.Polling;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;

/** Lets a shop write, lets a nemesis destroy, and then checks whether every promise was kept. */
public final class Fire {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final FireOptions options;
    private final Chronicle chronicle;
    private final Violations violations = new Violations();

    private Fire(FireOptions options, PrintStream out) {
        this.options = options;
        this.chronicle = new Chronicle(out);
    }

    /**
     * Burns, heals, drains and checks.
     *
     * @param run ends what is started
     * @param out takes the seed, and every fault with its time
     */
    public static FireReport burn(RunDirectory run, FireOptions options, PrintStream out) throws SQLException {
        return new Fire(options, out).burn(run);
    }

    private FireReport burn(RunDirectory run) throws SQLException {
        chronicle.print("seed " + options.seed() + ", " + options.lasts().toSeconds() + " s");
        Random seeds = new Random(options.seed());
        try (FireGround ground = FireGround.start(run);
                Writers writers = Writers.start(ground.engines(), seeds);
                Witness witness = Witness.start(ground, violations)) {
            boolean ready = Polling.comesTrue(PATIENCE, ground::isReady);
            chronicle.print(ready ? "everything runs" : "not everything is ready; the faults begin anyway");
            new Nemesis(ground, seeds.nextLong(), chronicle).rage(options.lasts());
            writers.close();
            chronicle.print("the shops have closed; draining");
            boolean drained = new Drain(ground, chronicle).await();
            witness.close();
            chronicle.print(drained ? "drained; comparing" : "no progress any more; comparing");
            return judge(run, ground, writers, witness, drained);
        }
    }

    private FireReport judge(RunDirectory run, FireGround ground, Writers writers, Witness witness, boolean drained)
            throws SQLException {
        EventCounts figures;
        try (Connection log = ground.engines().log().connect(ground.logSchema())) {
            figures = EventCounts.read(log);
        }
        if (!drained) {
            violations.add(Violation.Kind.LOST, "not drained: " + figures);
        }
        long rows = new Trial(ground, violations).hold(writers.ownRows(), witness);
        keep(run);
        return new FireReport(
                options.seed(),
                chronicle.counts(),
                writers.transactions(),
                writers.ownTransactions(),
                figures,
                witness.count(),
                rows,
                violations.all());
    }

    /** Writes all violations to a file next to the logs. */
    private void keep(RunDirectory run) {
        try {
            String text = violations.all().stream().map(Violation::toString).collect(Collectors.joining("\n"));
            // If a value is shown cut short, half a character becomes a question mark.
            Files.write(run.path().resolve("violations.log"), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
