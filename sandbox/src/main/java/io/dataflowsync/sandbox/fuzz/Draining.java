package io.dataflowsync.sandbox.fuzz;

import io.dataflowsync.sandbox.demo.EventCounts;
import io.dataflowsync.sandbox.engine.Polling;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits until DFS has applied everything that the source has committed, or has stopped. */
final class Draining {
    private static final Duration INTERVAL = Duration.ofMillis(150);
    private static final Duration SETTLING = Duration.ofSeconds(25);
    private static final Duration HALT_LASTS = Duration.ofSeconds(14);
    private static final Duration STANDSTILL = Duration.ofSeconds(90);

    private final FuzzServers servers;
    private final RoundNames names;
    private final FuzzPipeline pipeline;
    private final Connection log;
    private final RoundStatus status;
    private final List<Stop> ended = new ArrayList<>();
    private int marks;

    Draining(FuzzServers servers, RoundNames names, FuzzPipeline pipeline, Connection log) {
        this.servers = servers;
        this.names = names;
        this.pipeline = pipeline;
        this.log = log;
        this.status = new RoundStatus(pipeline, log);
    }

    /** Waits, and returns the reasons why it cannot be drained, and the events that could not be applied; none if all are applied. */
    List<Stop> await() throws SQLException {
        List<Stop> stops = new ArrayList<>(catchUp());
        if (stops.isEmpty()) {
            awaitSettled();
        }
        stops.addAll(ended);
        stops.addAll(status.ofDeadLetters());
        return stops;
    }

    /**
     * Waits until the capture and the lanes are at the source's present position, and returns the reasons of those that do not get there.
     */
    List<Stop> catchUp() throws SQLException {
        servers.source().execute(names.source(), "INSERT INTO " + RoundNames.MARK + " VALUES ()");
        marks++;
        return untilDrained();
    }

    private List<Stop> untilDrained() throws SQLException {
        EventCounts last = EventCounts.read(log);
        long moved = System.nanoTime();
        long halted = System.nanoTime();
        while (true) {
            if (Polling.comesTrue(Duration.ofSeconds(1), INTERVAL, this::isDrained)) {
                return List.of();
            }
            restartEnded();
            List<Stop> capture = status.ofCapture();
            List<Stop> lanes = status.ofLanes();
            EventCounts now = EventCounts.read(log);
            if (!now.equals(last)) {
                last = now;
                moved = System.nanoTime();
            }
            if (lanes.isEmpty() || moved > halted) {
                halted = System.nanoTime();
            }
            if (!capture.isEmpty() && since(moved, Duration.ofSeconds(3))) {
                lanes.forEach(ended::add);
                return capture;
            }
            if (since(halted, HALT_LASTS)) {
                return lanes;
            }
            if (since(moved, STANDSTILL)) {
                return List.of(new Stop("stuck", now.toString()));
            }
        }
    }

    private static boolean since(long begun, Duration lasts) {
        return System.nanoTime() - begun > lasts.toNanos();
    }

    private boolean isDrained() {
        try (Statement statement = log.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT COUNT(*) FROM cdc_log WHERE table_name = '" + RoundNames.MARK + "'")) {
            row.next();
            return row.getLong(1) >= marks && EventCounts.read(log).isDrained();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void restartEnded() {
        pipeline.all().stream().filter(ServiceProcess::hasDied).forEach(service -> {
            ended.add(new Stop(
                    "ended",
                    service.name() + " ended by itself: "
                            + String.join(" ", service.child().lastLines(4))));
            service.relaunch();
        });
    }

    /** Waits for the automatic replay of dead letters whose parent comes later. */
    private void awaitSettled() throws SQLException {
        boolean moving = true;
        EventCounts last = EventCounts.read(log);
        while (moving && last.dead() + last.waiting() > 0) {
            EventCounts before = last;
            moving = Polling.comesTrue(
                    SETTLING, INTERVAL, () -> !EventCounts.unchecked(log).equals(before));
            last = EventCounts.read(log);
        }
    }
}
