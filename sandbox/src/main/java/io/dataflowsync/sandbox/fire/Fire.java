package io.dataflowsync.sandbox.fire;

import io.dataflowsync.sandbox.demo.DemoEngines;
import io.dataflowsync.sandbox.demo.Figures;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import io.dataflowsync.sandbox.verify.Difference;
import io.dataflowsync.sandbox.verify.Verification;
import io.dataflowsync.sandbox.verify.Verifier;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;

/** A shop that writes, a nemesis that destroys, and then the question whether every promise was kept. */
public final class Fire {
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
     * @param out is told the seed, and every fault with its time
     */
    public static FireReport burn(RunDirectory run, FireOptions options, PrintStream out) throws SQLException {
        return new Fire(options, out).burn(run);
    }

    private FireReport burn(RunDirectory run) throws SQLException {
        chronicle.tell("seed " + options.seed() + ", " + options.lasts().toSeconds() + " s");
        Random seeds = new Random(options.seed());
        DemoEngines engines = DemoEngines.start(run);
        FireGround.createSidelines(engines);
        try (FireGround ground = FireGround.start(run, engines);
                Writers writers = Writers.start(engines, seeds)) {
            ground.services().forEach(ServiceProcess::awaitReady);
            chronicle.tell("everything runs");
            new Nemesis(ground, seeds.nextLong(), chronicle).rage(options.lasts());
            writers.close();
            chronicle.tell("the shops have closed; draining");
            boolean drained = new Drain(ground, chronicle).await();
            chronicle.tell(drained ? "drained; comparing" : "nothing moves any more; comparing");
            return check(ground, writers, drained);
        }
    }

    private FireReport check(FireGround ground, Writers writers, boolean drained) throws SQLException {
        try (Connection log = ground.engines().log().connect(ground.logSchema());
                Connection target = ground.engines().target().connect(DemoEngines.TARGET_SCHEMA)) {
            Figures figures = Figures.read(log);
            if (!drained) {
                violations.add(Violation.Kind.LOST, "not drained: " + figures);
            }
            new LogInvariants(log, violations).check();
            new CheckpointInvariants(log, target).checkDrained(violations);
            Verification verification = Verifier.verify(ground.config(), writers.ownRows()::isOwn);
            verification.differences().forEach(this::add);
            for (String row : writers.ownRows().changed()) {
                violations.add(Violation.Kind.WRONG, "the target's own row " + row + " was changed");
            }
            return new FireReport(
                    options.seed(),
                    chronicle.counts(),
                    writers.transactions(),
                    writers.ownTransactions(),
                    figures,
                    verification.rows(),
                    violations.all());
        }
    }

    private void add(Difference difference) {
        Violation.Kind kind = Violation.Kind.WRONG;
        if ("no such row".equals(difference.actual())) {
            kind = Violation.Kind.LOST;
        } else if ("no such row".equals(difference.expected())) {
            kind = Violation.Kind.DUPLICATED;
        }
        violations.add(kind, difference.toString());
    }
}
