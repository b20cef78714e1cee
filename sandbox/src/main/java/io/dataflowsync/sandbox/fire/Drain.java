package io.dataflowsync.sandbox.fire;

import io.dataflowsync.sandbox.demo.EventCounts;
import io.dataflowsync.sandbox.demo.Sentinel;
import io.dataflowsync.sandbox.engine.Polling;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Waits until everything that the source has committed is applied, as long as there is still progress. */
final class Drain {
    private static final Duration STANDSTILL = Duration.ofSeconds(150);
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final FireGround ground;
    private final Chronicle chronicle;

    Drain(FireGround ground, Chronicle chronicle) {
        this.ground = ground;
        this.chronicle = chronicle;
    }

    /** Waits, and returns whether it is drained; false if there was no progress for a while. */
    boolean await() throws SQLException {
        try (Connection log = ground.engines().log().connect(ground.logSchema())) {
            Sentinel sentinel = Sentinel.commit(ground.engines(), log);
            EventCounts before = EventCounts.read(log);
            while (!Polling.comesTrue(STANDSTILL, INTERVAL, () -> isDrained(sentinel, log))) {
                EventCounts now = EventCounts.read(log);
                chronicle.print("not drained yet: " + now);
                if (now.equals(before)) {
                    ground.services().forEach(service -> service.child().dumpThreads());
                    return false;
                }
                before = now;
            }
            return true;
        }
    }

    private boolean isDrained(Sentinel sentinel, Connection log) {
        ground.services().stream().filter(ServiceProcess::hasDied).forEach(service -> {
            chronicle.did(service.name() + " ended by itself");
            service.relaunch();
        });
        return sentinel.isCaptured(log) && EventCounts.unchecked(log).isDrained();
    }
}
