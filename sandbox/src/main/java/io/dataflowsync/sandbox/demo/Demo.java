package io.dataflowsync.sandbox.demo;

import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineFile;
import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.EngineFailure;
import io.dataflowsync.sandbox.engine.Polling;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.HttpDoor;
import io.dataflowsync.sandbox.launch.LaunchFailure;
import io.dataflowsync.sandbox.launch.Service;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import io.dataflowsync.sandbox.launch.ServiceSet;
import io.dataflowsync.sandbox.workload.OwnRows;
import io.dataflowsync.sandbox.workload.Shop;
import io.dataflowsync.sandbox.workload.SqlScript;
import io.dataflowsync.sandbox.workload.TargetShop;
import io.dataflowsync.verify.RowDifference;
import io.dataflowsync.verify.Verification;
import io.dataflowsync.verify.Verifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Runs the whole demo: servers, services and a shop that writes all the time. Closing it ends all of them. */
public final class Demo implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Demo.class.getName());
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final DemoEngines engines;
    private final ServiceSet services;
    private final PipelineConfig config;
    private Shop shop;
    private final OwnRows ownRows;
    private final OwnWriter ownWriter;

    private Demo(
            DemoEngines engines,
            ServiceSet services,
            PipelineConfig config,
            Shop shop,
            OwnRows ownRows,
            OwnWriter ownWriter) {
        this.engines = engines;
        this.services = services;
        this.config = config;
        this.shop = shop;
        this.ownRows = ownRows;
        this.ownWriter = ownWriter;
    }

    /**
     * Starts everything, with rows on both sides before the services start.
     *
     * @param run ends what is started; left open by {@link #close}
     * @param progress takes each step
     */
    public static Demo start(RunDirectory run, DemoOptions options, Progress progress) throws SQLException {
        progress.step("starting MySQL 5.7, MySQL 8.0, MariaDB and Kafka");
        DemoEngines engines = DemoEngines.start(run);
        return start(run, engines, engines.settings(), HttpDoor::plain, options, progress);
    }

    /**
     * Starts everything but the servers, which run already.
     *
     * @param engines the servers, with the shop's empty tables
     * @param settings settings of the services: how they connect to the servers
     * @param doors makes the door of a service at a port
     */
    public static Demo start(
            RunDirectory run,
            DemoEngines engines,
            Map<String, String> settings,
            IntFunction<HttpDoor> doors,
            DemoOptions options,
            Progress progress)
            throws SQLException {
        progress.step(
                "filling the source (" + options.rowsBefore() + " transactions) and the target (rows of its own)");
        Shop shop = engines.openShop(options.seed());
        for (int i = 0; i < options.rowsBefore(); i++) {
            shop.transact();
        }
        OwnRows ownRows = new OwnRows(engines.target().connect(DemoEngines.TARGET_SCHEMA));
        TargetShop targetShop = engines.openTargetShop(options.seed(), ownRows);
        for (int i = 0; i < options.ownRowsBefore(); i++) {
            targetShop.transact();
        }
        progress.step("starting cdc-service, dpu-service and monitor-ui");
        Path pipeline = pipelineFile(run);
        ServiceSet services =
                ServiceSet.start(run, pipeline, settings, options.monitorPort(), doors, Child.Ending.KILL);
        OwnWriter ownWriter = new OwnWriter(targetShop, () -> engines.openTargetShop(options.seed(), ownRows));
        if (options.ownWriter()) {
            ownWriter.start();
        }
        return new Demo(engines, services, PipelineFile.read(pipeline, settings), shop, ownRows, ownWriter);
    }

    private static Path pipelineFile(RunDirectory run) {
        try {
            return Files.writeString(run.path().resolve("pipeline.yaml"), SqlScript.text("demo/pipeline.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public DemoEngines engines() {
        return engines;
    }

    public PipelineConfig config() {
        return config;
    }

    ServiceSet services() {
        return services;
    }

    public ServiceProcess service(Service service) {
        return services.get(service);
    }

    /** The pipeline's events so far; all zero if the services have not made their tables yet. */
    public EventCounts figures() throws SQLException {
        try (Connection log = engines.log().connect(config.log().orElseThrow().schema())) {
            return EventCounts.read(log);
        }
    }

    /** The number of the target's own rows. */
    public int ownRowCount() {
        return ownRows.count();
    }

    /** Runs one transaction of the shop on the source, and commits it. */
    public void transact() throws SQLException {
        shop.transact();
    }

    /**
     * Connects the shop to the source again, after the source has died. It goes on with the rows that exist.
     *
     * @param seed of its next transactions
     * @throws EngineFailure if the source is unreachable
     */
    void reconnectShop(long seed) throws SQLException {
        Shop next = engines.openShop(seed);
        try {
            shop.close();
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "a lost connection", e);
        }
        shop = next;
    }

    /** Runs this number of transactions of the shop. */
    public void transact(int count) throws SQLException {
        for (int i = 0; i < count; i++) {
            shop.transact();
        }
    }

    /**
     * Throws if a service has died.
     *
     * @throws LaunchFailure if a service has ended without being asked to
     */
    public void failIfDead() {
        services.failIfDead();
    }

    /**
     * Waits until everything that the source has committed is captured, and no event waits any more.
     *
     * @throws LaunchFailure if that takes longer, or a service ends
     */
    public void awaitDrained(Duration patience, Progress progress) throws SQLException {
        try (Connection log = engines.log().connect(config.log().orElseThrow().schema())) {
            Sentinel sentinel = Sentinel.commit(engines, log);
            boolean drained = Polling.comesTrue(patience, INTERVAL, () -> {
                failIfDead();
                progress.figures(EventCounts.unchecked(log));
                return sentinel.isCaptured(log) && EventCounts.unchecked(log).isDrained();
            });
            if (!drained) {
                throw new LaunchFailure("not drained after " + patience.toSeconds() + " s: " + EventCounts.read(log));
            }
        }
    }

    /** Stops the target's own writer and compares; only once everything is drained. */
    public Report report() throws SQLException {
        ownWriter.stop();
        Verification verification = Verifier.verify(config, ownRows::isOwn);
        List<RowDifference> differences = new ArrayList<>(verification.differences());
        for (String row : ownRows.changed()) {
            differences.add(
                    new RowDifference("own row", row, "*", "as the target's own application wrote it", "changed"));
        }
        return new Report(figures(), verification.with(differences));
    }

    @Override
    public void close() throws SQLException {
        ownWriter.stop();
        services.all().forEach(service -> service.kill());
        shop.close();
        ownRows.close();
        engines.broker().close();
        engines.source().close();
        engines.target().close();
        engines.log().close();
    }
}
