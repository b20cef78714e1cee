package io.dataflowsync.sandbox.fire;

import io.dataflowsync.sandbox.demo.DemoEngines;
import io.dataflowsync.sandbox.engine.EngineFailure;
import io.dataflowsync.sandbox.fire.Violation.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Checks the target all the time while it burns: whether the logs are ever ahead of it, whether a checkpoint goes back, and whether a row
 * exists that has no relationship. It also records the counters' rows together with the checkpoint, for {@link CounterReplay}.
 */
final class Witness implements AutoCloseable {
    private static final long INTERVAL_NANOS = Duration.ofMillis(100).toNanos();
    private static final long AWAY_NANOS = Duration.ofMillis(300).toNanos();

    private final FireGround ground;
    private final Violations violations;
    private final Thread thread = new Thread(this::look, "witness");
    private final List<CounterView> views = new ArrayList<>();
    private volatile boolean stopped;
    private Map<Integer, Checkpoint> last = Map.of();

    private Witness(FireGround ground, Violations violations) {
        this.ground = ground;
        this.violations = violations;
        thread.setDaemon(true);
    }

    static Witness start(FireGround ground, Violations violations) {
        Witness witness = new Witness(ground, violations);
        witness.thread.start();
        return witness;
    }

    private void look() {
        while (!stopped) {
            try (Connection log = ground.engines().log().connect(ground.logSchema());
                    Connection target = ground.engines().target().connect(DemoEngines.TARGET_SCHEMA)) {
                Sight sight = new Sight(log, target);
                while (!stopped) {
                    look(sight);
                    LockSupport.parkNanos(INTERVAL_NANOS);
                }
            } catch (SQLException | EngineFailure e) {
                LockSupport.parkNanos(AWAY_NANOS);
            }
        }
    }

    private void look(Sight sight) throws SQLException {
        Map<Integer, Long> progress = sight.progress();
        Map<Integer, Checkpoint> now = sight.checkpoints();
        progress.forEach((lane, offset) -> {
            Checkpoint checkpoint = now.get(lane);
            if (offset > (checkpoint == null ? -1 : checkpoint.offset())) {
                violations.add(
                        Kind.WRONG, "lane " + lane + ": the logs are at " + offset + ", the target at " + checkpoint);
            }
        });
        last.forEach((lane, before) -> {
            Checkpoint checkpoint = now.get(lane);
            if (checkpoint == null || checkpoint.isOlderThan(before)) {
                violations.add(
                        Kind.WRONG, "lane " + lane + ": the checkpoint went from " + before + " to " + checkpoint);
            }
        });
        last = now;
        views.add(sight.counters());
        List<String> rows = sight.newestRows();
        Set<String> related = sight.withRelationship(rows);
        rows.stream()
                .filter(row -> !related.contains(row))
                .forEach(row -> violations.add(Kind.WRONG, "on the target before it had a relationship: " + row));
    }

    /** The views of the counters; complete once this is closed. */
    List<CounterView> views() {
        return List.copyOf(views);
    }

    /** The number of checks. */
    int count() {
        return views.size();
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join(Duration.ofSeconds(30).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The progress of a lane.
     *
     * @param epoch the epoch of its owner
     */
    record Checkpoint(long offset, long epoch) {

        boolean isOlderThan(Checkpoint other) {
            return offset < other.offset || epoch < other.epoch;
        }
    }

    /**
     * The counters' rows and the checkpoints, all of one moment.
     *
     * @param eventIds the last applied event of each lane that has one
     * @param totals the totals by the counter's name
     */
    record CounterView(Map<Integer, String> eventIds, Map<String, Long> totals) {}
}
