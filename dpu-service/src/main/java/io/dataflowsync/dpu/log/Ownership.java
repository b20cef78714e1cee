package io.dataflowsync.dpu.log;

import io.dataflowsync.dpu.execute.FencedException;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Ensures that only the owner of a lane writes its logs: the row of {@code dpu_progress} is locked during a write. */
final class Ownership {
    private final String topic;

    Ownership(String topic) {
        this.topic = topic;
    }

    /**
     * Locks the lane until the transaction ends, and returns how far its logs go.
     *
     * @throws FencedException if it has another owner
     */
    LaneLog.Progress require(Connection connection, int lane, long epoch) throws SQLException {
        LaneLog.Progress progress = read(connection, lane, " FOR UPDATE")
                .orElseThrow(() -> new SQLException("the log schema knows nothing of lane " + lane + " any more"));
        if (progress.epoch() != epoch) {
            throw new FencedException(lane, epoch);
        }
        return progress;
    }

    /** Locks all lanes until the transaction ends, and returns the epochs of their owners. */
    Map<Integer, Long> lockAll(Connection connection) throws SQLException {
        Map<Integer, Long> epochs = new HashMap<>();
        Jdbc.forEach(
                connection,
                "SELECT lane, owner_epoch FROM dpu_progress WHERE topic = ? FOR UPDATE",
                row -> epochs.put(row.getInt(1), row.getLong(2)),
                topic);
        return epochs;
    }

    /** @param lock the end of the query: an empty text, or the clause that locks the row */
    Optional<LaneLog.Progress> read(Connection connection, int lane, String lock) throws SQLException {
        return Jdbc.first(
                connection,
                "SELECT topic_offset, owner_epoch FROM dpu_progress WHERE topic = ? AND lane = ?" + lock,
                row -> new LaneLog.Progress(row.getLong(1), row.getLong(2)),
                topic,
                lane);
    }

    void raise(Connection connection, int lane, long epoch) throws SQLException {
        Jdbc.update(
                connection, "UPDATE dpu_progress SET owner_epoch = ? WHERE topic = ? AND lane = ?", epoch, topic, lane);
    }
}
