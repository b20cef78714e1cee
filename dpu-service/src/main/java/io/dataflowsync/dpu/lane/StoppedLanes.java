package io.dataflowsync.dpu.lane;

import io.dataflowsync.dpu.log.LaneLog;
import io.dataflowsync.dpu.relationship.LanePause;
import io.dataflowsync.dpu.relationship.Relationships;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The time in which no lane of this service works. Afterwards the relationships are read again. */
final class StoppedLanes implements LanePause.Stopped {
    private final LaneGate gate;
    private final boolean closed;
    private final List<Lane> lanes;
    private final LaneLog log;
    private final Relationships relationships;

    /** @param lanes the lanes of this service */
    StoppedLanes(LaneGate gate, List<Lane> lanes, LaneLog log, Relationships relationships) {
        this.gate = gate;
        this.closed = gate.close();
        this.lanes = lanes;
        this.log = log;
        this.relationships = relationships;
    }

    @Override
    public boolean isComplete(Connection connection) throws SQLException {
        Map<Integer, Long> epochs = new HashMap<>();
        for (Lane lane : lanes) {
            if (!lane.isOver() && !lane.isAhead()) {
                epochs.put(lane.number(), lane.epoch());
            }
        }
        return closed && log.isOwned(connection, epochs);
    }

    @Override
    public void close() {
        try {
            relationships.forget();
        } finally {
            if (closed) {
                gate.open();
            }
        }
    }
}
