package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.obstacle.Obstacle;
import io.dataflowsync.cdc.capture.tracker.Acceptance;
import io.dataflowsync.cdc.log.LogServer;
import io.dataflowsync.cdc.log.SkipLog;
import io.dataflowsync.cdc.log.SkipLog.Skip;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.BinlogPosition;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what operators let the capture skip: in the log, and in memory for the checks. */
public final class Skips {
    private final SkipLog log;
    private final Set<Skip> known = ConcurrentHashMap.newKeySet();

    public Skips(LogServer logServer) {
        this.log = new SkipLog(logServer.connections());
    }

    public void read() throws SQLException {
        known.addAll(log.all());
    }

    public boolean has(Obstacle obstacle) {
        return known.stream()
                .anyMatch(skip -> skip.place().equals(obstacle.place())
                        && skip.code().equals(obstacle.code().word())
                        && skip.statement().equals(obstacle.text()));
    }

    /** The skip of the unproven statement at a place, whatever its text was. */
    public Optional<Acceptance> ofUnproven(BinlogPosition place) {
        return known.stream()
                .filter(skip -> skip.code().equals(ErrorCode.DEFINITION_UNPROVEN.word())
                        && skip.place().equals(place.toString()))
                .map(skip -> new Acceptance(skip.definition()))
                .max(Comparator.comparing(acceptance -> acceptance.definition().length()));
    }

    /** @param definition the definition of the table after the statement; empty if none was given */
    public void add(Obstacle obstacle, String definition, String by) throws SQLException {
        Skip skip = new Skip(obstacle.place(), obstacle.code().word(), obstacle.text(), definition);
        log.add(skip, by);
        known.add(skip);
    }
}
