package io.dataflowsync.sandbox.demo;

import io.dataflowsync.sandbox.engine.EngineFailure;
import io.dataflowsync.sandbox.engine.FreePort;
import io.dataflowsync.sandbox.engine.LostConnection;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.LaunchFailure;
import io.dataflowsync.sandbox.launch.Service;
import io.dataflowsync.sandbox.launch.Supervisor;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the whole pipeline on this machine. */
@Command(name = "demo", description = "Everything on this machine, with a live shop.")
public final class DemoCommand implements Callable<Integer> {
    private static final Logger LOG = System.getLogger(DemoCommand.class.getName());
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int DEFAULT_PORT = 8080;
    private static final int DIFFERENCES_SHOWN = 50;
    private static final long PAUSE_NANOS = Duration.ofMillis(40).toNanos();

    @Option(names = "--rows", description = "how many transactions on the source; without: until Ctrl-C")
    private @Nullable Integer rows;

    @Option(names = "--exit", description = "end when they are applied and compared")
    private boolean exit;

    @Option(names = "--port", description = "the monitor's port")
    private @Nullable Integer port;

    @Option(names = "--seed", description = "the seed of the shop; the same seed gives the same transactions")
    private long seed = 1;

    private final Progress progress = Progress.to(System.out);

    @Override
    public Integer call() throws SQLException {
        try (RunDirectory run = RunDirectory.open()) {
            boolean clean = false;
            try {
                clean = demonstrate(run);
            } catch (EngineFailure | LaunchFailure | IllegalStateException | SQLException e) {
                Ending.stopHereIfEnding(run);
                progress.line("failed: " + e.getMessage());
            }
            if (!clean) {
                progress.line("the logs are in " + KeptLogs.keep(run));
            }
            return clean ? 0 : 1;
        }
    }

    private boolean demonstrate(RunDirectory run) throws SQLException {
        progress.line("seed " + seed);
        DemoOptions options = DemoOptions.DEFAULT.withSeed(seed);
        OptionalInt monitor = monitorPort();
        if (monitor.isPresent()) {
            options = options.withMonitorPort(monitor.getAsInt());
        }
        try (Demo demo = Demo.start(run, options, progress)) {
            progress.line("\n  the monitor: " + demo.service(Service.MONITOR).address()
                    + " (to act on dead letters: user admin, " + DemoEngines.adminPasswordInWords() + ")");
            progress.line("  the topic:   " + demo.config().changesTopic() + " on "
                    + demo.engines().broker().bootstrapServers());
            progress.line("  cdc-service: " + demo.service(Service.CDC).address());
            progress.line("  dpu-service: " + demo.service(Service.DPU).address() + "\n");
            return exit ? measure(demo) : live(run, demo);
        }
    }

    private OptionalInt monitorPort() {
        if (port != null) {
            return OptionalInt.of(port);
        }
        return FreePort.isFree(DEFAULT_PORT) ? OptionalInt.of(DEFAULT_PORT) : OptionalInt.empty();
    }

    private boolean measure(Demo demo) throws SQLException {
        int count = rows == null ? 1000 : rows;
        progress.step(count + " transactions on the source, while the target's own application writes too");
        double begin = progress.seconds();
        for (int i = 1; i <= count; i++) {
            demo.transact();
            progress.transactions(i);
            if (i % 20 == 0) {
                demo.failIfDead();
                progress.figures(demo.figures());
            }
        }
        demo.awaitDrained(PATIENCE, progress);
        double took = progress.seconds() - begin;
        progress.step("comparing row by row");
        Report report = demo.report();
        print(report, demo.ownRowCount(), took);
        return report.isClean();
    }

    private void print(Report report, int ownRows, double took) {
        report.differences().stream().limit(DIFFERENCES_SHOWN).forEach(difference -> progress.line("  " + difference));
        report.remarks().forEach(remark -> progress.line("  " + remark));
        progress.line(String.format(
                "%ncaptured %d, applied %d (and %d that change no row), failed %d%s, differences %d",
                report.captured(),
                report.applied(),
                report.figures().skipped(),
                report.failed(),
                report.figures().unapplied(),
                report.differences().size()));
        progress.line(String.format(
                "%d rows compared; %d rows of the target's own checked; seed %d", report.rows(), ownRows, seed));
        progress.line(String.format(
                "workload and drain took %.1f s (%.0f events/s); all of it took %.1f s",
                took, report.captured() / took, progress.seconds()));
    }

    /** Lets the shop write until the JVM ends; with {@code --rows}, for that number of transactions, and then waits for Ctrl-C. */
    private boolean live(RunDirectory run, Demo demo) throws SQLException {
        progress.line("  Ctrl-C ends all\n");
        Supervisor supervisor = new Supervisor(progress::line)
                .with(demo.engines().source())
                .with(demo.engines().target())
                .with(demo.engines().log())
                .with(demo.engines().broker())
                .with(demo.services());
        boolean connected = true;
        for (long done = 0; ; ) {
            if (rows == null || done < rows) {
                connected = transact(demo, connected, seed + done);
                done += connected ? 1 : 0;
                progress.transactions(done);
            }
            supervisor.look();
            showFigures(demo);
            LockSupport.parkNanos(PAUSE_NANOS);
            Ending.stopHereIfEnding(run);
        }
    }

    /**
     * Runs one transaction of the shop.
     *
     * @param connected whether the last one succeeded; otherwise the shop connects again first
     * @return whether this one succeeded; false while the source is unreachable
     */
    private static boolean transact(Demo demo, boolean connected, long nextSeed) throws SQLException {
        try {
            if (!connected) {
                demo.reconnectShop(nextSeed);
            }
            demo.transact();
            return true;
        } catch (EngineFailure e) {
            LOG.log(Level.DEBUG, "the source is unreachable for the shop", e);
            return false;
        } catch (SQLException e) {
            if (LostConnection.is(e)) {
                LOG.log(Level.DEBUG, "the shop lost its connection", e);
                return false;
            }
            throw e;
        }
    }

    /** While MariaDB is unreachable there are no figures. */
    private void showFigures(Demo demo) {
        try {
            progress.figures(demo.figures());
        } catch (SQLException | EngineFailure e) {
            LOG.log(Level.DEBUG, "no figures", e);
        }
    }
}
