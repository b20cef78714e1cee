package io.dataflowsync.sandbox.fuzz;

import io.dataflowsync.sandbox.engine.EngineFailure;
import io.dataflowsync.sandbox.engine.Polling;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.fuzz.compare.ReplicaComparison;
import io.dataflowsync.sandbox.fuzz.compare.ReplicaDifference;
import io.dataflowsync.sandbox.fuzz.generate.FuzzScript;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Runs one script, from empty schemas to the comparison. */
final class FuzzRound {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final RunDirectory run;
    private final FuzzServers servers;
    private final RoundNames names;

    FuzzRound(RunDirectory run, FuzzServers servers, RoundNames names) {
        this.run = run;
        this.servers = servers;
        this.names = names;
    }

    /** @param scripts makes the script; its argument is a connection that reads the source's rows */
    RoundOutcome run(Function<Connection, FuzzScript> scripts) throws SQLException {
        makeSchemas();
        try (Connection peeking = servers.source().connect(names.source());
                SourceSessions sessions = new SourceSessions(servers.source(), names.source())) {
            FuzzScript script = scripts.apply(peeking);
            RoundWriter writer = new RoundWriter(script, sessions);
            writer.making();
            Optional<String> silent = silence();
            if (silent.isPresent()) {
                return untold(writer, silent.get());
            }
            makeTargetTables(script, writer);
            writer.before();
            return replicated(script, writer);
        } finally {
            dropSchemas();
        }
    }

    private RoundOutcome replicated(FuzzScript script, RoundWriter writer) throws SQLException {
        try (FuzzPipeline pipeline = FuzzPipeline.start(run, servers, names);
                Connection log = servers.log().connect(names.log())) {
            awaitSnapshot(log);
            Draining draining = new Draining(servers, names, pipeline, log);
            List<Stop> stops = writer.stream(pipeline, draining);
            writer.close();
            if (stops.isEmpty()) {
                stops = draining.await();
            }
            Optional<String> silent = silence();
            if (silent.isPresent()) {
                return untold(writer, silent.get());
            }
            return compared(script, writer, stops, log);
        }
    }

    private RoundOutcome compared(FuzzScript script, RoundWriter writer, List<Stop> stops, Connection log)
            throws SQLException {
        try (Connection replica = servers.replica().connect(names.source());
                Connection target = servers.target().connect(names.target())) {
            ReplicaComparison comparison =
                    new ReplicaComparison(replica, target, log, names.source(), names.target(), script.tables());
            List<ReplicaDifference> differences = comparison.compare(RoundNames.MARK);
            List<String> events = stops.isEmpty() && differences.isEmpty() ? List.of() : RoundLog.read(log);
            return new RoundOutcome(
                    writer.steps(), writer.written(), stops, differences, comparison.rows(), events, "");
        }
    }

    /**
     * The reason why MySQL's own replication has stopped, also if its server has ended; empty once it has everything that the source
     * has.
     */
    private Optional<String> silence() {
        try {
            return servers.link().await(PATIENCE)
                    ? Optional.empty()
                    : Optional.of(String.valueOf(servers.link().error()));
        } catch (EngineFailure failure) {
            if (servers.replica().child().isAlive()) {
                throw failure;
            }
            servers.replica().restart();
            return Optional.of("its server has ended: " + failure.getMessage());
        }
    }

    /** The outcome without a comparison; MySQL's own replication starts again with the next round. */
    private RoundOutcome untold(RoundWriter writer, String why) {
        servers.link().follow();
        return new RoundOutcome(writer.steps(), writer.written(), List.of(), List.of(), 0, List.of(), why);
    }

    private void makeSchemas() {
        String charset = " DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci";
        servers.source().execute("", "CREATE SCHEMA " + names.source() + charset);
        servers.source().execute(names.source(), RoundNames.MARK_TABLE);
        servers.target().execute("", "CREATE SCHEMA " + names.target() + charset);
        servers.target().grant(names.target());
    }

    private void makeTargetTables(FuzzScript script, RoundWriter writer) throws SQLException {
        try (Connection target = servers.target().connect(names.target())) {
            new RoundTargetTables(target)
                    .make(writer.steps().making(), script.tables().tables());
        }
    }

    private void dropSchemas() {
        servers.source().execute("", "DROP SCHEMA " + names.source());
        servers.target().execute("", "DROP SCHEMA " + names.target());
        servers.log().execute("", "DROP SCHEMA IF EXISTS " + names.log());
    }

    private void awaitSnapshot(Connection log) {
        boolean done = Polling.comesTrue(PATIENCE, INTERVAL, () -> {
            try (Statement statement = log.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT COUNT(*) FROM dpu_log WHERE action = 'snapshot-completed'")) {
                row.next();
                return row.getLong(1) > 0;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        if (!done) {
            throw new EngineFailure("the snapshot of " + names.source() + " does not end");
        }
    }
}
