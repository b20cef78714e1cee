package io.dataflowsync.cdc;

import io.dataflowsync.cdc.capture.Obstacle;
import io.dataflowsync.cdc.log.LogServer;
import io.dataflowsync.cdc.log.SkipLog;
import io.dataflowsync.cdc.log.SkipLog.Skip;
import io.dataflowsync.contract.error.ErrorCode;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What people told the capture to pass: traced in the log, asked for from here. */
final class Skips {
    private final SkipLog log;
    private final Set<Skip> known = ConcurrentHashMap.newKeySet();

    Skips(LogServer logServer) {
        this.log = new SkipLog(logServer.connections());
    }

    void read() throws SQLException {
        known.addAll(log.all());
    }

    boolean has(Obstacle obstacle) {
        return known.contains(skip(obstacle));
    }

    /** Whether somebody has said that the capture is to pass what stood at a place with this code, whatever its text was. */
    boolean hasAt(ErrorCode code, String place) {
        return known.stream()
                .anyMatch(skip -> skip.place().equals(place) && skip.code().equals(code.word()));
    }

    void add(Obstacle obstacle, String by) throws SQLException {
        log.add(skip(obstacle), by);
        known.add(skip(obstacle));
    }

    private static Skip skip(Obstacle obstacle) {
        return new Skip(obstacle.place(), obstacle.code().word(), obstacle.text());
    }
}
